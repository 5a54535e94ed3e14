/** The laws of what has come out when all threads have ended. */
import { isDeepStrictEqual } from 'node:util';
import { show } from '../../../trace/value.ts';
import type { Interleavings } from '../interleave.ts';
import { fewestSwitches } from '../states/paths.ts';
import type { State } from '../states/state.ts';
import type { Wrong } from '../tell.ts';
import { shown } from '../words.ts';
import { toEnd } from './ending.ts';
import { explain } from './explain.ts';
import { sayHowMany } from './how-many.ts';

/** What is in the cells, and what the threads have returned, by their names. */
// biome-ignore lint/suspicious/noExplicitAny: what a thread returns is its scene's own
export type Ending = Readonly<Record<string, any>>;

/** What is wrong, in words; undefined where nothing is. */
export type Check = (ending: Ending) => string | undefined;

/**
 * In every interleaving, all threads come to their end, and then this is so.
 *
 * @param expected by the names of cells and threads; the others may be what they like
 * @param because says why to a learner, where no interleaving proves a cause
 */
export function toEndWith(
  run: Interleavings,
  expected: Ending | Check,
  because?: string,
): Wrong | undefined {
  const breach = toEnd(run, because);
  if (breach) return breach;
  const check = typeof expected === 'function' ? (expected as Check) : asCheck(run, expected);
  const wrongIn = (state: State) => {
    const ending = endingOf(run, state);
    return ending && check(ending);
  };
  const isWrong = (state: State) => wrongIn(state) !== undefined;
  const way = fewestSwitches(run, isWrong);
  return (
    way && {
      fact: `${wrongIn(way.last)} ${sayHowMany(run, isWrong)}`,
      possible: explain(run, way) ?? because,
      ...shown(run, way),
    }
  );
}

const asCheck =
  ({ cells }: Interleavings, expected: Ending): Check =>
  (ending) => {
    const wrong = Object.entries(expected).find(
      ([name, value]) => !isDeepStrictEqual(ending[name], value),
    );
    if (!wrong) return undefined;
    const [name, value] = wrong;
    const verb = cells.includes(name) ? 'is' : 'has returned';
    return `At the end, ${name} ${verb} ${show(ending[name])}; expected ${show(value)}.`;
  };

/** Nothing of a state in which some thread has not come to its end. */
export function endingOf(
  { cells, threads }: Interleavings,
  { end, memory }: State,
): Ending | undefined {
  if (end?.kind !== 'done') return undefined;
  return Object.fromEntries([
    ...cells.map((cell, i) => [cell, memory[i]] as const),
    ...threads.map((thread, i) => [thread, end.returned[i]] as const),
  ]);
}
