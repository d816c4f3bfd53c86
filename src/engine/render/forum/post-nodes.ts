import type { Literal, Parent, RootContent } from 'mdast';

/** A collapsible section. */
export interface Collapsible extends Parent {
  type: 'collapsible';
  summary: string;
  children: RootContent[];
}

/** A live question of Metaculus or Manifold; `src` is the address of the question's page. */
export interface Embedded extends Literal {
  type: 'embedded';
  src: string;
  /** The question's title. */
  value: string;
}

/** Text that a language model wrote, in the block that the forums' policy requires. */
export interface ModelWritten extends Parent {
  type: 'modelWritten';
  /** Exact names, joined by commas. */
  model: string;
  children: RootContent[];
}

declare module 'mdast' {
  interface BlockContentMap {
    collapsible: Collapsible;
    embedded: Embedded;
    modelWritten: ModelWritten;
  }
  interface RootContentMap {
    collapsible: Collapsible;
    embedded: Embedded;
    modelWritten: ModelWritten;
  }
}
