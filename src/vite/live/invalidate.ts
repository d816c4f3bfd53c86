import { isRunnableDevEnvironment, type EnvironmentModuleNode, type ViteDevServer } from 'vite';

/** Invalidates modules and their importers, so that the next request loads them again. */
export function invalidateModules({ environments }: ViteDevServer, isChanged: (id: string) => boolean): void {
  for (const environment of Object.values(environments)) {
    const { moduleGraph } = environment;
    const invalid = new Set<EnvironmentModuleNode>();
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (isChanged(id)) moduleGraph.invalidateModule(module, invalid, Date.now(), true);
    }
    if (invalid.size === 0 || !isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    for (const { id } of invalid) {
      const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
      if (evaluated !== undefined) evaluatedModules.invalidateModule(evaluated);
    }
  }
}
