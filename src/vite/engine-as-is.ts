import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Lets pages that run the engine and draw charts while they are built, as the guide's examples do, run what is loaded already:
 * Node reads its TypeScript as it is, and bundling it once more takes longer than rendering the whole guide.
 */
export const engineAsIs = (root: string): Plugin => {
  const folders = ['charts', 'engine'].map((name) => join(root, 'src', name));
  return {
    name: 'engine-as-is',
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
