import type { Link, Root } from 'mdast';
import type { Position } from 'unist';
import * as z from 'zod';
import type { Comment } from './comment.ts';
import type { Message } from './message.ts';
import type { ComponentNode } from './nodes.ts';

const day = z.iso.date();
const id = z.string().min(1);

/** Frontmatter of an essay, and nothing else. The slug is the folder's name. Days are ISO, as `2026-11-24`. */
export const Frontmatter = z.strictObject({
  title: z.string().min(1),
  /** Plain text for search results and feeds; `long-description` holds it to its length, editors know it from the JSON Schema. */
  description: z.string().min(1).meta({ maxLength: 160 }),
  standfirst: z.string().min(1),
  /** An id of `content/domains.yaml`. */
  domain: id,
  /** Ids of `content/authors.yaml`. */
  authors: z.array(id).min(1),
  published: day,
  updated: day,
  /** When the literature was last searched. */
  searched: day,
  clearance: z.strictObject({
    status: z.enum(['draft', 'review', 'cleared']),
    by: id.optional(),
    on: day.optional(),
  }),
  drafting: z.strictObject({
    mode: z.enum(['human', 'assisted', 'model']),
    /** Exact names of the language models that wrote text. */
    models: z.array(z.string().regex(/^[^"]+$/, 'a name without quotation marks')).default([]),
    reviewedBy: z.array(id).default([]),
  }),
  tags: z.array(z.string().min(1)).default([]),
});
export type Frontmatter = z.infer<typeof Frontmatter>;

/** A heading of the essay: `id` is its anchor, `text` plain. */
export type Heading = { depth: number; id: string; text: string };

/** A sentence that cites a work; `occurrence` is the citation's number in the essay. */
export type CitedAt = { key: string; occurrence: number; sentence: string; heading: string | null };

/** An essay, parsed: one tree for all outputs. */
export type Essay = {
  slug: string;
  /** Path of `index.mdx` from the project's root. */
  path: string;
  frontmatter: Frontmatter;
  /** Finds the place of a field of the frontmatter. */
  positionOf: (path: readonly PropertyKey[]) => Position;
  tree: Root;
  /** What the tree no longer holds. */
  comments: Comment[];
  headings: Heading[];
  /** What a link to `#…` may name: headings, and components with an id. */
  anchors: string[];
  citedAt: CitedAt[];
  /** Keys of the works that it cites, each once, in the order of the reference list. */
  cites: string[];
  /** Keys of the works that its withheld parts cite. */
  withheldKeys: string[];
  /** The links and the components of the tree, in document order. */
  links: Link[];
  components: ComponentNode[];
  /** Files beside the essay that it shows, as written in `src`, each once. */
  images: string[];
  /** Words of the text, without references. */
  words: number;
};

export type ParsedEssay = { essay: Essay | null; messages: Message[] };
