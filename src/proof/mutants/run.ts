import { relative } from 'node:path';
import type { TestModule, TestSuite } from 'vitest/node';
import { collect } from '../../runner/collect.ts';
import { keepNothing } from '../../runner/loading/transformed.ts';
import { ORIGINAL, TOO_OFTEN } from '../../runner/mutant-suites.ts';
import { mutants } from '../../runner/mutants.ts';
import { NOT_RUN } from '../../runner/workers/survive.ts';
import type { Mutated } from './instrument.ts';

/** What came of a mutant: a test failed, all passed, or not all of them were run. */
export type Fate = 'noticed' | 'survived' | 'untried';

export interface Fates {
  /** By the ids of the mutants. */
  readonly of: ReadonlyMap<string, Fate>;
  /** Why not all of them could be tried. */
  readonly problem: string | undefined;
}

/** Enough for all mutants of a file, each of which may cost a process. */
const MOST_DEATHS = 1000;

/**
 * Holds every mutant of these files against the spec of its kata, in one vitest. By the files' paths. A process may
 * die because the machine is busy with others: only what happens twice to a file is told.
 */
export async function runMutants(
  root: string,
  files: readonly Mutated[],
): Promise<Map<string, Fates>> {
  const fates = await runOnce(root, files);
  const again = files.filter(({ file }) => fates.get(file)?.problem);
  return new Map([...fates, ...(await runOnce(root, again))]);
}

async function runOnce(root: string, files: readonly Mutated[]): Promise<Map<string, Fates>> {
  // Without a name of a file, vitest would take all of them.
  if (files.length === 0) return new Map();
  const { modules } = await collect('subjects', root, [], {
    include: files.map(({ file }) => relative(root, file).replaceAll('\\', '/')),
    plugins: [mutants(files)],
    mostDeaths: MOST_DEATHS,
    // What is kept of a file is that of the file as it was written.
    ...keepNothing(),
    // Node warns of many a thing that a mutant does.
    env: { NODE_NO_WARNINGS: '1' },
  });
  return new Map(
    files.map((mutated) => [mutated.file, fatesOf(mutated, modules.get(mutated.file))]),
  );
}

function fatesOf({ mutants }: Mutated, module: TestModule | undefined): Fates {
  const suites = new Map(
    [...(module?.children.suites() ?? [])].map((suite) => [suite.name, suite]),
  );
  const problem = problemOf(module, suites.get(ORIGINAL));
  const of = new Map(
    mutants.map(({ id }) => [id, problem ? 'untried' : fateOf(suites.get(id))] as const),
  );
  const untried = [...of.values()].filter((fate) => fate === 'untried').length;
  return {
    of,
    problem: problem ?? (untried > 0 ? `${untried} of its mutants were not tried.` : undefined),
  };
}

function problemOf(
  module: TestModule | undefined,
  original: TestSuite | undefined,
): string | undefined {
  if (!module) return 'it did not run.';
  const [error] = module.errors();
  if (error) return `it could not be run with its mutants: ${error.message}`;
  const tests = [...(original?.children.allTests() ?? [])];
  if (tests.length === 0) return 'the spec has no test.';
  const failed = tests.find((test) => test.result().state !== 'passed');
  if (failed?.result().errors?.some(({ message }) => message.includes(TOO_OFTEN)))
    return `it does too much in «${failed.name}» without any mutant. ${TOO_OFTEN} Make the attempt or the scenes smaller.`;
  return failed && `it fails «${failed.name}» without any mutant.`;
}

function fateOf(suite: TestSuite | undefined): Fate {
  const results = [...(suite?.children.allTests() ?? [])].map((test) => test.result());
  const isNoticed = results.some(
    ({ state, errors }) => state === 'failed' && errors?.[0]?.message !== NOT_RUN,
  );
  if (isNoticed) return 'noticed';
  return results.every(({ state }) => state === 'passed') ? 'survived' : 'untried';
}
