/** The law of data races. */
import type { Interleavings } from '../interleave.ts';
import { fewestSwitches } from '../states/paths.ts';
import type { Wrong } from '../tell.ts';
import { isPlain } from '../threads/access.ts';
import { drawn, sayAccess, sayWhen } from '../words.ts';
import { untried } from './untried.ts';

/** In no interleaving two threads can access one cell at the same moment, where one of them writes and one is plain. */
export function toHaveNoDataRace(run: Interleavings, because?: string): Wrong | undefined {
  const breach = untried(run);
  if (breach) return breach;
  const way = fewestSwitches(run, ({ race }) => race !== undefined);
  const race = way?.last.race;
  if (!way || !race) return undefined;
  const next = race.threads.map((thread, i) => ({
    thread,
    text: sayAccess(run, race.accesses[i as 0 | 1]),
  }));
  const [a, b] = next.map(({ thread, text }) => `${run.threads[thread]} (${text})`);
  const plain = race.accesses.every(isPlain) ? 'both are' : 'one of them is';
  return {
    fact: `Data race: ${sayWhen(way).toLowerCase()}, ${a} and ${b} can come at the same moment, and ${plain} plain. Nothing orders the two.`,
    possible:
      because ?? (race.accesses.some(({ kind }) => kind === 'wait') ? BESIDE_WAIT : NO_ORDER),
    interleaving: drawn(run, way, next),
  };
}

const NO_ORDER =
  'For plain reads and writes, real cores and the compiler promise no order. Use Atomics.load and Atomics.store, or a lock around each of the two.';

const BESIDE_WAIT =
  'Atomics.wait reads the cell, too, and a thread that sleeps should hold no lock. So no lock keeps the two apart: use a function of Atomics for the other one as well.';
