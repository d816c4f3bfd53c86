import { Document, isMap, isSeq, stringify } from 'yaml';
import type { Frontmatter } from './model/essay.ts';
import { createMessageOf, type Message, type Location } from './model/message.ts';
import type { Domain, Review } from './model/review.ts';
import { stringsOf, type Strings } from './model/strings/index.ts';
import { suggestionFor } from './model/suggestion.ts';
import { toUrlSegment } from './model/url-segment.ts';
import { appendItem } from './yaml/index.ts';

/** The new texts of files by path from the project's root, or messages about why there are none. */
export type NewContent = { texts: Map<string, string>; messages: [] } | { texts: null; messages: Message[] };

/** `today` is an ISO day. If `authors` is empty, the only author of the review is used. */
type NewEssay = { title: string; domain: string; authors: readonly string[]; today: string };

/** Creates a human-written draft with all required frontmatter, and adds it to the end of the review's list. */
export function createEssay(
  { title, domain, authors, today }: NewEssay,
  review: Review,
  readText: (path: string) => string,
): NewContent {
  const slug = toUrlSegment(title);
  const path = `content/essays/${slug}/index.mdx`;
  const authorIds =
    authors.length === 0 && review.authors.value.length === 1 ? review.authors.value.map(({ id }) => id) : authors;
  const knownDomain = review.domains.value.find(({ id }) => id === domain);
  const messages = [
    ...checkTitle(title, slug, review),
    ...checkDomain(domain, review),
    ...checkAuthors(authorIds, review),
  ];
  if (messages.length > 0 || knownDomain === undefined) return { texts: null, messages };
  const frontmatter = frontmatterOf({ title, domain: knownDomain, authors: authorIds, today });
  const config = review.config.file;
  const text = `---\n${formatFrontmatter(frontmatter)}---\n\n${bodyOf(stringsOf(review.config.value.locale))}`;
  return {
    texts: new Map([
      [path, text],
      [config, appendItem(readText(config), ['essays'], slug)],
    ]),
    messages: [],
  };
}

/** Adds a domain to the end of `content/domains.yaml`. */
export function createDomain(domain: Domain, review: Review, readText: (path: string) => string): NewContent {
  const { file, value } = review.domains;
  if (value.some(({ id }) => id === domain.id)) {
    return {
      texts: null,
      messages: [refusal('new-domain', `Duplicate domain \`${domain.id}\`: expected a new id`, { file })],
    };
  }
  const text = readText(file);
  const changed = /^\s*\[\s*\]\s*$/.test(text) ? stringify([domain], { lineWidth: 0 }) : appendItem(text, [], domain);
  return { texts: new Map([[file, changed]]), messages: [] };
}

function checkTitle(title: string, slug: string, { slugs }: Review): Message[] {
  const refuse = (reason: string): Message[] => [refusal('new-essay', reason, { file: `content/essays/${slug}` })];
  if (!/[a-z0-9]/.test(title.normalize('NFKD').toLowerCase())) {
    return refuse(`Invalid title \`${title}\`: expected Latin letters or digits, since it becomes the essay's address`);
  }
  if (slugs.some((known) => toUrlSegment(known) === slug))
    return refuse(`Duplicate essay \`${slug}\`: expected a title whose folder does not exist yet`);
  return [];
}

function checkDomain(domain: string, { domains }: Review): Message[] {
  const known = domains.value.map(({ id }) => id);
  if (known.includes(domain)) return [];
  const reason = `Unknown domain \`${domain}\`: expected one of ${list(known)}${suggestionFor(domain, known)}`;
  return [refusal('new-essay', reason, { file: domains.file })];
}

function checkAuthors(wanted: readonly string[], { authors }: Review): Message[] {
  const known = authors.value.map(({ id }) => id);
  if (wanted.length === 0)
    return [
      refusal('new-essay', `Missing \`--author\`: expected one of ${list(known)}`, {
        file: authors.file,
      }),
    ];
  const unknown = wanted.filter((id) => !known.includes(id));
  return unknown.map((id) => {
    const reason = `Unknown author \`${id}\`: expected one of ${list(known)}${suggestionFor(id, known)}`;
    return refusal('new-essay', reason, { file: authors.file });
  });
}

const list = (ids: readonly string[]): string =>
  ids.length === 0 ? 'an entry that has to be written first' : ids.map((id) => `\`${id}\``).join(', ');

/** Description and standfirst are the question of the domain until the author replaces them. */
const frontmatterOf = ({
  title,
  domain,
  authors,
  today,
}: {
  title: string;
  domain: Domain;
  authors: readonly string[];
  today: string;
}): Frontmatter => ({
  title,
  description: shorten(domain.question),
  standfirst: domain.question,
  domain: domain.id,
  authors: [...authors],
  published: today,
  updated: today,
  searched: today,
  clearance: { status: 'draft' },
  drafting: { mode: 'human', models: [], reviewedBy: [] },
  tags: [],
});

/** The maximum length of a description, in characters. */
const longest = 160;
const shorten = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;

/** Formats frontmatter, with short lists and clearance on one line as in other essays. */
function formatFrontmatter(frontmatter: Frontmatter): string {
  const document = new Document(frontmatter);
  for (const field of ['authors', 'clearance', 'drafting', 'tags']) {
    const node: unknown = document.get(field);
    if (isMap(node) || isSeq(node)) node.flow = true;
  }
  return document.toString({ lineWidth: 0 }).replace(/^(authors|tags): \[ (.*) \]$/gm, '$1: [$2]');
}

const bodyOf = ({
  prose,
}: Strings): string => `{/* Begin with the question, the answer so far, and how certain it is. [@key] cites; npm run cite -- --find "words" finds keys. */}

## ${prose.limitsHeading}

{/* What was not read, what was not found, and what would change the answer. */}
`;

/**
 * Creates the message about why nothing is written. It belongs to no content rule, because the content is unchanged.
 */
const refusal = (id: 'new-essay' | 'new-domain', reason: string, place: Location): Message =>
  createMessageOf({ id, level: 'error' }, reason, place);
