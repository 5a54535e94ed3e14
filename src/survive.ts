import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessPool, TestSpecification, Vitest } from 'vitest/node';

/** Where a worker that has to die writes why, below the root of the course. */
const LAST_WORDS = ['.learn-async', 'last-words.txt'];

const NO_WORDS =
  'Node itself ended while this kata ran, and did not say why. Most often it had no memory left: what keeps growing?';

/** A process died with a kata; thrown for a kata that cannot say anything itself any more. */
export const DEATH = 'The process died: ';

/**
 * Lets a run go on when a worker dies (no memory left, an end from outside): the kata that was under way
 * fails, in words, and a new worker runs those that were still to come. vitest alone would leave them all
 * without a verdict.
 */
export function surviveDeaths(vitest: Vitest): void {
  let pool: ProcessPool | undefined;
  // vitest makes its pool when it first needs one, and there is no public place to stand between.
  Object.defineProperty(vitest, 'pool', {
    configurable: true,
    get: () => pool,
    set: (made: ProcessPool | undefined) => {
      pool = made && { ...made, runTests: (...run) => runAll(vitest, made, ...run) };
    },
  });
}

async function runAll(
  vitest: Vitest,
  pool: ProcessPool,
  specs: TestSpecification[],
  invalidates?: string[],
): Promise<void> {
  const taskOf = ({ moduleId }: TestSpecification) => vitest.state.getFiles([moduleId])[0];
  rmSync(lastWordsFile(vitest), { force: true });
  for (let rest = specs; rest.length > 0; ) {
    const before = new Map(rest.map((spec) => [spec, taskOf(spec)]));
    try {
      await pool.runTests(rest, invalidates);
      return;
    } catch (error) {
      const errors = error instanceof AggregateError ? error.errors : [error];
      if (!errors.every(isDeath)) throw error;
    }
    const begun = rest.filter((spec) => taskOf(spec) !== before.get(spec));
    const dead = begun.filter((spec) => !isOver(taskOf(spec)?.result?.state));
    if (dead.length === 0) return;
    const message = DEATH + lastWords(lastWordsFile(vitest));
    for (const spec of dead) {
      const task = taskOf(spec);
      if (task) task.result = { state: 'fail', errors: [{ name: 'Error', message, stacks: [] }] };
    }
    rest = rest.filter((spec) => !begun.includes(spec));
  }
}

const isOver = (state: string | undefined) =>
  state === 'pass' || state === 'fail' || state === 'skip';

const isDeath = (error: unknown) =>
  /^\[vitest-pool\]: Worker .* emitted error/.test(`${(error as Error)?.message}`);

const lastWordsFile = ({ config }: Vitest) => join(config.root, ...LAST_WORDS);

function lastWords(file: string): string {
  try {
    const words = readFileSync(file, 'utf8');
    rmSync(file);
    return words;
  } catch {
    return NO_WORDS;
  }
}
