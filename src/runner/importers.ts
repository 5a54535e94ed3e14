import type { Vitest } from 'vitest/node';

interface Loaded {
  readonly file: string | null;
  readonly importers: ReadonlySet<Loaded>;
}

/** What vitest has for itself. */
interface Watching {
  readonly watcher: { readonly changedTests: Set<string> };
}

/**
 * For a stub that is saved, vitest is told which spec to run: that beside it. Then it does not look any more which
 * other specs have loaded it, as an answer imports another kata.
 */
export function runWhatImports(vitest: Vitest): void {
  const { changedTests } = (vitest as unknown as Watching).watcher;
  // After vitest, which takes what is in there for what is planned already.
  vitest.vite.watcher.on('change', (path) => {
    const file = path.replaceAll('\\', '/');
    const environments = vitest.projects.flatMap(({ vite }) => Object.values(vite.environments));
    for (const { moduleGraph } of environments)
      for (const spec of specsAbove(moduleGraph.getModulesByFile(file) ?? []))
        changedTests.add(spec);
  });
}

/** The specs that have loaded one of these, by a path of any length. */
function specsAbove(modules: Iterable<Loaded>): string[] {
  // What is added meanwhile is visited, too.
  const above = new Set(modules);
  for (const { importers } of above) for (const importer of importers) above.add(importer);
  return [...above].flatMap(({ file }) => (file?.endsWith('.spec.ts') ? file : []));
}
