import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Excludes the engine and the drawing of charts from a build's bundle. Pages that run them (the guide's examples)
 * import the modules that Node has already loaded: bundling the engine takes longer than rendering the guide.
 */
export const externalEngine = (root: string): Plugin => {
  const folders = ['charts', 'engine'].map((name) => join(root, 'src', name));
  return {
    name: 'external-engine',
    apply: 'build',
    enforce: 'pre',
    async resolveId(name, importer, options) {
      if (this.environment.name === 'client' || importer === undefined) return null;
      if (name.startsWith('file:')) return { id: name, external: true };
      if (!/\/(?:charts|engine)\//.test(name)) return null;
      const resolved = await this.resolve(name, importer, { ...options, skipSelf: true });
      const isAsItIs = folders.some((folder) => resolved?.id.startsWith(folder) === true);
      return resolved !== null && isAsItIs ? { id: pathToFileURL(resolved.id).href, external: true } : null;
    },
  };
};
