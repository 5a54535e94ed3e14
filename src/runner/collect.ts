import { resolve } from 'node:path';
import type { TestModule, Vitest } from 'vitest/node';
import type { Project } from './projects.ts';
import { type RunOptions, runVitest } from './run-vitest.ts';

export interface Collected {
  /** What came of each file that was run, by its absolute path. */
  readonly modules: ReadonlyMap<string, TestModule>;
  /** What went wrong outside of every test, in words. */
  readonly stray: readonly string[];
}

const SILENT = { reporters: [{}], passWithNoTests: true };

/**
 * Runs a project in silence. Whatever comes of its tests, the exit code of this process stays as it was:
 * the caller says what the results mean.
 *
 * @param files absolute paths; all of the project's without any
 */
export async function collect(
  project: Project,
  root: string,
  files: string[],
  options: RunOptions = {},
): Promise<Collected> {
  const { exitCode } = process;
  const vitest = await runVitest(project, root, files, { ...SILENT, ...options });
  const collected = collectedBy(vitest);
  await vitest.close();
  process.exitCode = exitCode;
  return collected;
}

/**
 * A project that is run in silence as often as one likes. vitest is started once and keeps what it has
 * compiled, which is most of its work; each run gets worker processes of its own.
 */
export async function createRerunner(project: Project, root: string, options: RunOptions) {
  const sequence = { shuffle: { files: true, tests: true } };
  const all = { ...SILENT, sequence, standby: true, ...options };
  const vitest = await runVitest(project, root, [], all);
  return {
    /**
     * @param seed shuffles the files and the tests in each; without it, tests are in order
     * @param isChosen by its absolute path; all files are without it
     */
    run: async (
      seed?: number,
      isChosen: (file: string) => boolean = () => true,
    ): Promise<Collected> => {
      Object.assign(vitest.config.sequence, { shuffle: seed !== undefined, seed: seed ?? 0 });
      const all = await vitest.globTestSpecifications();
      await vitest.runTestSpecifications(all.filter(({ moduleId }) => isChosen(resolve(moduleId))));
      const { modules, stray } = collectedBy(vitest);
      // What it knows of the others is of another run.
      return { modules: new Map([...modules].filter(([file]) => isChosen(file))), stray };
    },
    close: () => vitest.close(),
  };
}

function collectedBy({ state }: Vitest): Collected {
  return {
    modules: new Map(state.getTestModules().map((module) => [resolve(module.moduleId), module])),
    stray: state.getUnhandledErrors().map((error) => (error as Error).message),
  };
}
