import type { Vitest } from 'vitest/node';
import { katasOf } from '../course/katas.ts';
import { ownCodeOf } from '../lab/own-code.ts';

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
  vitest.vite.watcher
    .on('change', (path) => {
      for (const { moduleGraph } of environmentsOf(vitest))
        for (const spec of specsAbove(moduleGraph.getModulesByFile(slashed(path)) ?? []))
          changedTests.add(spec);
    })
    // What was missing has been loaded by nobody.
    .on('add', (path) => {
      for (const { spec, stub } of katasOf(vitest.config.root))
        if (path !== stub && ownCodeOf(stub).files.includes(path)) changedTests.add(slashed(spec));
    });
}

/** Each has a graph of the modules that it has loaded. */
export const environmentsOf = ({ projects }: Vitest) =>
  projects.flatMap(({ vite }) => Object.values(vite.environments));

/** As vite writes paths, on Windows too. */
const slashed = (path: string) => path.replaceAll('\\', '/');

/** The specs that have loaded one of these, by a path of any length. */
function specsAbove(modules: Iterable<Loaded>): string[] {
  // What is added meanwhile is visited, too.
  const above = new Set(modules);
  for (const { importers } of above) for (const importer of importers) above.add(importer);
  return [...above].flatMap(({ file }) => (file?.endsWith('.spec.ts') ? file : []));
}
