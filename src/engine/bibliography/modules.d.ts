declare module '@citation-js/core' {
  export const Cite: new (data: string, options: { forceType: string; generateGraph: boolean }) => { data: unknown };
  export const plugins: { config: { get: (name: string) => unknown } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module 'citeproc' {
  const CSL: {
    Engine: new (system: object, style: string, locale: string, forceLocale: boolean) => unknown;
    /** Called on a processor. */
    getSortKeys: (this: object, item: { id: string }, area: string) => string[];
    /** Called on a processor. */
    toLocaleLowerCase: (this: object, text: string) => string;
    XmlJSON: {
      prototype: {
        /** The nodes of a name below a node, and at it; with `nameOfNode`, those whose attribute `name` it is. */
        getNodesByName: (this: object, tree: object, name: string, nameOfNode?: string, found?: unknown[]) => unknown[];
      };
    };
  };
  export default CSL;
}
