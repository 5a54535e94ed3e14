import { resolve } from 'node:path';
import type { TestModule } from 'vitest/node';
import type { Project } from './projects.ts';
import { type RunOptions, runVitest } from './run-vitest.ts';

export interface Collected {
  /** What came of each file that was run, by its absolute path. */
  readonly modules: ReadonlyMap<string, TestModule>;
  /** What went wrong outside of every test, in words. */
  readonly stray: readonly string[];
}

/**
 * Runs a project in silence. Whatever comes of its tests, the exit code of this process stays as it was:
 * whoever reads the results says what they mean.
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
  const vitest = await runVitest(project, root, files, {
    reporters: [{}],
    passWithNoTests: true,
    ...options,
  });
  const modules = vitest.state.getTestModules();
  const stray = vitest.state.getUnhandledErrors();
  await vitest.close();
  process.exitCode = exitCode;
  return {
    modules: new Map(modules.map((module) => [resolve(module.moduleId), module])),
    stray: stray.map((error) => (error as Error).message),
  };
}
