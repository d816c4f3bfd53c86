declare module '@citation-js/core' {
  export const Cite: new (data: string, options: { forceType: string; generateGraph: boolean }) => { data: unknown };
  export const plugins: { config: { get: (name: string) => unknown } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module 'citeproc' {
  const CSL: {
    Engine: new (system: object, style: string, locale: string, forceLocale: boolean) => unknown;
    /** `this` is a processor. */
    getSortKeys: (this: object, item: { id: string }, area: string) => string[];
    /** `this` is a processor. */
    toLocaleLowerCase: (this: object, text: string) => string;
    XmlJSON: {
      prototype: {
        /**
         * Returns the nodes of a name at and below a node. With `nameOfNode`, only those whose attribute `name` equals
         * it.
         */
        getNodesByName: (this: object, tree: object, name: string, nameOfNode?: string, found?: unknown[]) => unknown[];
      };
    };
  };
  export default CSL;
}
