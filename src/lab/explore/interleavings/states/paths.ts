/** Interleavings are ways through the states: how many there are, and the one to tell. */
import type { Explored } from './explore.ts';
import type { State, Step } from './state.ts';

export interface Counted {
  readonly all: bigint;
  readonly wrong: bigint;
}

/**
 * @param isWrong of a state; what comes after one that is counts as one interleaving with what came before
 */
export function count({ first, states }: Explored, isWrong: (state: State) => boolean): Counted {
  const counted = new Map<State, Counted>();
  for (const state of states) {
    const after = state.steps.map(({ to }) => counted.get(to) as Counted);
    const sum = (which: keyof Counted) => after.reduce((sum, one) => sum + one[which], 0n);
    const all = after.length === 0 ? 1n : sum('all');
    counted.set(state, { all, wrong: isWrong(state) ? all : sum('wrong') });
  }
  return counted.get(first) as Counted;
}

/** A way from the first state on. */
export interface Way {
  readonly steps: readonly Step[];
  readonly last: State;
}

/** More than any way has steps. */
const SWITCH = 10_000;

/** The way to such a state with the fewest switches between threads, and of these the shortest; nothing where there is none. */
export function fewestSwitches(
  { first, states }: Explored,
  isAsked: (state: State) => boolean,
): Way | undefined {
  // Of most laws, no state breaks them: so there is no need to go through all ways.
  if (!states.some(isAsked)) return undefined;
  const best = new Map<State, readonly (Best | undefined)[]>();
  const lasts = [...first.pasts.keys(), NOBODY];
  for (const state of states) {
    const isThere = isAsked(state);
    best.set(
      state,
      lasts.map((last) => (isThere ? { cost: 0, step: undefined } : bestOf(state, last, best))),
    );
  }
  const steps: Step[] = [];
  let [state, last] = [first, NOBODY];
  for (;;) {
    const found = best.get(state)?.at(last);
    if (!found) return undefined;
    if (!found.step) return { steps, last: state };
    steps.push(found.step);
    [state, last] = [found.step.to, found.step.thread];
  }
}

interface Best {
  readonly cost: number;
  readonly step: Step | undefined;
}

/** The one that comes last in a list of threads and nobody. */
const NOBODY = -1;

function bestOf(
  { steps }: State,
  last: number,
  best: ReadonlyMap<State, readonly (Best | undefined)[]>,
): Best | undefined {
  let least: Best | undefined;
  for (const step of steps) {
    const rest = best.get(step.to)?.[step.thread];
    if (!rest) continue;
    const isSwitch = last !== NOBODY && last !== step.thread;
    const cost = rest.cost + 1 + (isSwitch ? SWITCH : 0);
    if (!least || cost < least.cost) least = { cost, step };
  }
  return least;
}
