/** All states that a scene can come to. */

import { ownCopyOf } from '../../../trace/own-copy.ts';
import type { Scene, ThreadCode, ThreadLock } from '../scene.ts';
import { locksFor } from '../threads/locks.ts';
import { Thread } from '../threads/thread.ts';
import { expand, type Known, UnfitError } from './expand.ts';
import type { State, Turn } from './state.ts';

/** So many states are looked at, and no more. They take about a second. */
const MOST_STATES = 40_000;

/**
 * If there are more, a thread that could go on is interrupted so often at most: a bound on preemptions, as the field
 * calls it. Nearly all mistakes show with fewer.
 */
const INTERRUPTIONS = 3;

/** And so many once something is wrong: an attempt that goes on and on has shown enough. */
const MOST_WHEN_WRONG = 20_000;

export interface Explored {
  readonly first: State;
  /** Each before those that can come before it. */
  readonly states: readonly State[];
  /** No state was left out. */
  readonly isWhole: boolean;
  /** Only interleavings in which threads that could go on are interrupted so often at most; undefined: all of them. */
  readonly mostInterruptions: number | undefined;
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
  const { cells } = scene;
  const memory = new NativeCells(new SharedArrayBuffer(cells.length * CELL_BYTES));
  const locks = (scene.locks ?? []).map((name) => cells.indexOf(name));
  const threads = Object.values(scene.threads).map(
    (code, i) => new Thread(() => bodyOf(code, kata, locksFor(locks, i + 1)), memory),
  );
  const found = yield* lookAt(scene, memory, threads, undefined);
  const isEnough = found.isWhole || found.unfit !== undefined || found.states.some(isWrong);
  return isEnough || scene.most !== undefined
    ? found
    : yield* lookAt(scene, memory, threads, INTERRUPTIONS);
}

function* lookAt(
  { cells, initial = {}, always = {}, most = MOST_STATES }: Scene<never>,
  memory: Int32Array,
  threads: readonly Thread[],
  mostInterruptions: number | undefined,
): Generator<void, Explored> {
  const all = new Map<string, State>();
  const toLookAt: State[] = [];
  const known: Known = {
    threads,
    memory,
    mostInterruptions,
    stateOf: ({ memory, pasts, sleepers }, turn) => {
      const by = turn && `${turn.thread} ${turn.interruptions}`;
      const key = `${memory} ${pasts.map(({ id }) => id)} ${sleepers.map(({ thread }) => thread)} ${by}`;
      const found = all.get(key);
      if (found) return found;
      const state = newState(memory, pasts, sleepers, turn);
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
  let limit = most;
  let isWhole = true;
  let unfit: string | undefined;
  // The last found is looked at first: so ends come early, and what goes on without an end shows itself.
  for (let state = toLookAt.pop(); state; state = toLookAt.pop()) {
    if (unfit || all.size > limit) {
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
    limit = Math.min(limit, mostAfter(state));
    yield;
  }
  return { first, states: latestFirst(all.values()), isWhole, mostInterruptions, unfit };
}

function mostAfter(state: State): number {
  if (state.end?.kind === 'endless') return MOST_WHEN_ENDLESS;
  return isWrong(state) ? MOST_WHEN_WRONG : MOST_STATES;
}

/** Whatever a law asks for. */
export function isWrong({ race, end }: State): boolean {
  return (
    race !== undefined || (end !== undefined && end.kind !== 'done' && end.kind !== 'left out')
  );
}

function bodyOf<Kata>(code: ThreadCode<Kata>, kata: Kata, locks: ThreadLock[]) {
  const copy = ownCopyOf(kata);
  return (memory: Int32Array) => code(copy, memory, locks);
}

function newState(
  memory: State['memory'],
  pasts: State['pasts'],
  sleepers: State['sleepers'],
  turn?: Turn,
): State {
  return {
    memory,
    pasts,
    sleepers,
    turn,
    steps: [],
    end: undefined,
    broken: undefined,
    race: undefined,
    asking: [],
    blocked: [],
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
  mostInterruptions: undefined,
  unfit: undefined,
};
