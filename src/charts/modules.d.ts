import type { Bounds, Loader } from 'vega';

// What the package exports and its types do not name.
declare module 'vega' {
  /** How wide text is, which drawings without a canvas guess. */
  export const textMetrics: {
    width: (item: { fontSize?: number; fontWeight?: number | string }, text: string) => number;
  };

  export class SVGStringRenderer {
    constructor(loader: Loader);
    initialize(element: null, width: number, height: number, origin: [number, number], scale: number): this;
    render(scene: Scene): this;
    svg(): string;
  }

  interface Scene {
    /** Of what a view draws. */
    root: Scene;
    bounds: Bounds;
  }
}
