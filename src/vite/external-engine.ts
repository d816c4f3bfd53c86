import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Leaves the engine out of the bundle of a build, so that pages which run it (the guide's examples) import the modules
 * that Node has loaded: bundling the engine takes longer than rendering the guide.
 */
export const externalEngine = (root: string): Plugin => {
  const engine = join(root, 'src', 'engine');
  return {
    name: 'external-engine',
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
