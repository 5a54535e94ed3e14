/** The law of what is to hold at every step, and the law of what is to be possible. */
import type { Interleavings } from '../interleave.ts';
import type { Cells } from '../scene.ts';
import { count, fewestSwitches } from '../states/paths.ts';
import type { State } from '../states/state.ts';
import type { Wrong } from '../tell.ts';
import { sayMemory, sayWhen, shown } from '../words.ts';
import { explain } from './explain.ts';
import { sayFew, sayHowMany } from './how-many.ts';
import { untried } from './untried.ts';

const isBroken = ({ end }: State) => end?.kind === 'broken';

/** All that the scene names in `always` holds at every step of every interleaving. */
export function toHold(run: Interleavings, because?: string): Wrong | undefined {
  const breach = untried(run);
  if (breach) return breach;
  const way = fewestSwitches(run, isBroken);
  return (
    way && {
      fact: `${sayWhen(way)}, ${sayMemory(run, way.last, lookedAt(run, way.last))}; expected at every step: ${way.last.broken}. ${sayHowMany(run, isBroken)}`,
      possible: explain(run, way) ?? because,
      ...shown(run, way),
    }
  );
}

/** The cells that the check reads, in their order: a learner needs no others. */
function lookedAt(run: Interleavings, { broken, memory }: State): readonly string[] {
  const read = new Set<string>();
  const watched = new Proxy(named(run, memory), {
    get: (cells, cell: string) => {
      read.add(cell);
      return cells[cell];
    },
  });
  run.scene.always?.[broken ?? '']?.(watched);
  return run.cells.filter((cell) => read.has(cell));
}

/**
 * At some step of some interleaving, this is so.
 *
 * @param what says it: `both inside`
 */
export function toAllow(
  run: Interleavings,
  what: string,
  isSo: (cells: Cells) => boolean,
  because?: string,
): Wrong | undefined {
  const breach = untried(run);
  if (breach || run.states.some(({ memory }) => isSo(named(run, memory)))) return breach;
  const { all } = count(run, () => false);
  const tried = run.isWhole
    ? `${all.toLocaleString('en')} interleavings${sayFew(run)}`
    : 'interleavings that were tried';
  return {
    fact: `Expected in one interleaving at least: ${what}. It is so in none of the ${tried}.`,
    possible: because,
    picture: false,
  };
}

const named = ({ cells }: Interleavings, memory: readonly number[]): Cells =>
  Object.fromEntries(cells.map((cell, i) => [cell, memory[i] as number]));
