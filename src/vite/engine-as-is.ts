import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Lets pages that run the engine while they are built, as the guide's examples do, run the one that is loaded already:
 * Node reads its TypeScript as it is, and bundling it once more takes longer than rendering the whole guide.
 */
export const engineAsIs = (root: string): Plugin => {
  const engine = join(root, 'src', 'engine');
  return {
    name: 'engine-as-is',
    apply: 'build',
    enforce: 'pre',
    async resolveId(name, importer, options) {
      if (this.environment.name === 'client' || importer === undefined) return null;
      if (name.startsWith('file:')) return { id: name, external: true };
      if (!/\/engine\//.test(name)) return null;
      const resolved = await this.resolve(name, importer, { ...options, skipSelf: true });
      return resolved?.id.startsWith(engine) === true ? { id: pathToFileURL(resolved.id).href, external: true } : null;
    },
  };
};
