import type { Data, Literal, Node, Nodes, Parent, PhrasingContent, RootContent } from 'mdast';
import type { Point, Position } from 'unist';
import type { Chart, ChartDrawings } from './chart.ts';
import type { EvidenceMap } from './evidence-map.ts';
import type { ComponentName, Props } from './vocabulary.ts';

/** One work in a citation: `see @key, pp. 3–5` is prefix, key, locator (label `page`, value `3–5`) and suffix. */
export interface CitationItem extends Node {
  type: 'citationItem';
  key: string;
  /** For `-@key`: only the year is printed. */
  suppressAuthor: boolean;
  prefix: PhrasingContent[];
  suffix: PhrasingContent[];
  /** `label` is a CSL locator term such as `page` or `chapter`. */
  locator: { label: string; value: string } | null;
}

/**
 * A citation of one or more works.
 *
 * `narrative` is `@key argues`: its first item is part of the sentence. After `remarkCitations`, `children` is the
 * printed text (the part of each work links to its reference), and `occurrence` counts from 1 in the essay.
 */
export interface Citation extends Parent {
  type: 'citation';
  mode: 'parenthetical' | 'narrative';
  items: CitationItem[];
  children: CitationContent[];
  /** 1 for the first citation of the essay; 0 until `remarkCitations` has run. */
  occurrence: number;
}

/** The part of a printed citation that belongs to one work. */
export interface CitedWork extends Parent {
  type: 'citedWork';
  key: string;
  children: PhrasingContent[];
}

export type CitationContent = PhrasingContent | CitedWork;

/** The reference list, appended to the essay by `remarkReferences`. */
export interface References extends Parent {
  type: 'references';
  children: Reference[];
}

/** A work in the reference list; `occurrences` are those of the citations that link here. */
export interface Reference extends Parent {
  type: 'reference';
  key: string;
  children: PhrasingContent[];
  occurrences: number[];
}

/** A component of the vocabulary with its props checked; `label` is "Figure 1" if the component is numbered. */
interface Component<Name extends ComponentName> extends Parent {
  type: 'component';
  name: Name;
  props: Props<Name>;
  /** True for a block, false within a sentence. */
  flow: boolean;
  label: string | null;
  data?: ComponentData;
}

/** A node of any component, or of the named components: a union with one member per name. */
export type ComponentNode<Name extends ComponentName = ComponentName> = { [Each in Name]: Component<Each> }[Name];

/** Reports whether a component's words are part of the surrounding sentence; those of a note are not. */
export const isPhrase = ({ name, flow }: ComponentNode): boolean => !flow && (name === 'Forecast' || name === 'Term');

/** Narrows a node to a margin note. */
export const isNote = (node: Nodes): node is ComponentNode<'Note'> => node.type === 'component' && node.name === 'Note';

/** Narrows a child of a component within a sentence, which contains only phrasing content. */
export const isPhrasingContent = (node: RootContent): node is PhrasingContent =>
  node.type !== 'paragraph' && node.type !== 'table';

interface ComponentData extends Data {
  /** Positions of the props as written, by name. */
  positions?: Readonly<Record<string, Position>>;
  /** For example 1 in the label "Figure 1"; absent if the component is not numbered. */
  number?: number;
  /** The question of the consideration that a finding bears on; absent if the review has no such consideration. */
  question?: string;
  /** The meaning of a term, and its number in the text; absent if the glossary lacks it. */
  term?: { means: string; number: number };
  /** The content of an evidence map: the findings of the shown essays. */
  map?: EvidenceMap;
  /** The data of a chart; absent if its files cannot be read. */
  chart?: Chart;
  /** The drawings of a chart, which commands add for their outputs. */
  drawings?: ChartDrawings;
  /** Keys of the works that a finding cites, each once, in document order; they may be unknown. */
  cites?: string[];
}

/** Returns the position of a prop, or the start of the component. */
export const positionOfProp = ({ data, position }: ComponentNode, prop: string): Position | Point | undefined =>
  data?.positions?.[prop] ?? position?.start;

/**
 * A link with generated text such as `Figure 1`, to a numbered component or a section.
 *
 * `[](#fig-x)` refers to the same essay, `[](slug#fig-x)` to the named essay, and `[](#find-x)` to the essay that
 * contains the finding. `linkReferences` resolves targets in other essays.
 */
export interface CrossReference extends Literal {
  type: 'crossReference';
  target: string;
  /** The slug as written; null if there is none. */
  named: string | null;
  /** The slug of the other essay that has `target`; null for the same essay. */
  essay: string | null;
  /** Empty if no essay has the target. */
  value: string;
}

// Within the augmentation, `Reference` would be mdast's own interface of that name.
type ReferenceNode = Reference;

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
    crossReference: CrossReference;
    component: ComponentNode;
  }
  interface BlockContentMap {
    component: ComponentNode;
    references: References;
  }
  interface RootContentMap {
    citation: Citation;
    citationItem: CitationItem;
    citedWork: CitedWork;
    component: ComponentNode;
    crossReference: CrossReference;
    reference: ReferenceNode;
    references: References;
  }
}
