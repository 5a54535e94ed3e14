/** All states that a scene can come to. */

import { ownCopyOf } from '../../../trace/own-copy.ts';
import type { Scene } from '../scene.ts';
import { Thread } from '../threads/thread.ts';
import { expand, type Known, UnfitError } from './expand.ts';
import type { State } from './state.ts';

/** So many states are looked at, and no more. */
const MOST_STATES = 200_000;

/** And so many once something is wrong: an attempt that goes on and on has shown enough. */
const MOST_WHEN_WRONG = 20_000;

export interface Explored {
  readonly first: State;
  /** Each before those that can come before it. */
  readonly states: readonly State[];
  /** No state was left out. */
  readonly isWhole: boolean;
  /** Why the threads could not be tried in every interleaving. */
  readonly unfit: string | undefined;
}

/** And so many once a thread goes on without an end: there would always be more. */
const MOST_WHEN_ENDLESS = 2000;

const CELL_BYTES = 4;

/** As it is: while threads are tried, something else has its name. */
const NativeCells = Int32Array;

/** Looks at one state after the other. Its caller asks for each, and may do something else in between. */
export function* explore<Kata>(kata: Kata, scene: Scene<Kata>): Generator<void, Explored> {
  const { cells, initial = {}, always = {} } = scene;
  const memory = new NativeCells(new SharedArrayBuffer(cells.length * CELL_BYTES));
  const threads = Object.values(scene.threads).map(
    (code) => new Thread(() => bodyOf(code, kata), memory),
  );
  const all = new Map<string, State>();
  const toLookAt: State[] = [];
  const known: Known = {
    threads,
    memory,
    stateOf: ({ memory, pasts, sleepers }) => {
      const key = `${memory} ${pasts.map(({ id }) => id)} ${sleepers.map(({ thread }) => thread)}`;
      const found = all.get(key);
      if (found) return found;
      const state = newState(memory, pasts, sleepers);
      all.set(key, state);
      toLookAt.push(state);
      return state;
    },
    brokenIn: (memory) => {
      const named = Object.fromEntries(cells.map((cell, i) => [cell, memory[i] as number]));
      return Object.keys(always).find((name) => !always[name]?.(named));
    },
  };

  const first = known.stateOf({
    memory: cells.map((cell) => initial[cell] ?? 0),
    pasts: threads.map(({ begins }) => begins),
    sleepers: [],
  });
  let most = scene.most ?? MOST_STATES;
  let isWhole = true;
  let unfit: string | undefined;
  // The last found is looked at first: so ends come early, and what goes on without an end shows itself.
  for (let state = toLookAt.pop(); state; state = toLookAt.pop()) {
    if (unfit || all.size > most) {
      state.end = { kind: 'left out' };
      isWhole = false;
      continue;
    }
    try {
      expand(state, known);
    } catch (error) {
      if (!(error instanceof UnfitError)) throw error;
      unfit = error.message;
      state.end = { kind: 'left out' };
    }
    most = Math.min(most, mostAfter(state));
    yield;
  }
  return { first, states: latestFirst(all.values()), isWhole, unfit };
}

function mostAfter({ race, end }: State): number {
  if (end?.kind === 'endless') return MOST_WHEN_ENDLESS;
  return race || (end && end.kind !== 'done') ? MOST_WHEN_WRONG : MOST_STATES;
}

function bodyOf<Kata>(code: Scene<Kata>['threads'][string], kata: Kata) {
  const copy = ownCopyOf(kata);
  return (memory: Int32Array) => code(copy, memory);
}

function newState(
  memory: State['memory'],
  pasts: State['pasts'],
  sleepers: State['sleepers'],
): State {
  return {
    memory,
    pasts,
    sleepers,
    steps: [],
    end: undefined,
    broken: undefined,
    race: undefined,
    asking: [],
  };
}

/** Each before those that can come before it. Put on heaps, as comparing tens of thousands would block the thread. */
function latestFirst(states: Iterable<State>): State[] {
  const byProgress: State[][] = [];
  for (const state of states) {
    const progress = progressOf(state);
    const like = byProgress[progress];
    if (like) like.push(state);
    else byProgress[progress] = [state];
  }
  return byProgress.reverse().flat();
}

/** Grows with every step: one makes a past longer, or lets a thread sleep; and who is woken has a longer past. */
function progressOf({ pasts, sleepers }: State): number {
  return pasts.reduce((sum, { length }) => sum + 2 * length, sleepers.length);
}

/** Where the code was ended before anything was known. */
export const NOTHING: Explored = {
  first: newState([], [], []),
  states: [],
  isWhole: false,
  unfit: undefined,
};
