/** What can come next in a state. */
import { type Access, isSame, isTime, perform, type Result } from '../threads/access.ts';
import { longerBy, type Past } from '../threads/past.ts';
import { isStill, roundOf } from '../threads/spin.ts';
import type { Next, Thread } from '../threads/thread.ts';
import { raceOf } from './races.ts';
import type { Sleeper, State, Step, Turn } from './state.ts';
import { interrupted, lastFirst } from './turns.ts';

/** Steps that change something, of one thread: no scene needs as many. */
const MOST_ACTIVE = 60;

/** What an explorer knows. */
export interface Known {
  readonly threads: readonly Thread[];
  readonly memory: Int32Array;
  /** The state that is equal to this one. */
  readonly stateOf: (at: Pick<State, 'memory' | 'pasts' | 'sleepers'>, turn?: Turn) => State;
  /** So often may a thread be interrupted that could go on; undefined: as often as one likes. */
  readonly mostInterruptions: number | undefined;
  /** The first name of `always` that does not hold. */
  readonly brokenIn: (memory: readonly number[]) => string | undefined;
}

/** @throws UnfitError where a thread cannot be tried in every interleaving */
export function expand(state: State, known: Known): void {
  const upcoming = known.threads.map((thread, i) => thread.next(state.pasts[i] as never));
  for (const next of upcoming) if (next.kind === 'unfit') throw new UnfitError(next.why);
  state.end = endBefore(state, upcoming, known);
  if (state.end) return;
  state.race = raceOf(upcoming.map((next, i) => (sleeperOf(state, i) ? undefined : next)));
  const asking: number[] = [];
  for (const i of inOrder(state, upcoming)) {
    const next = upcoming[i] as Next;
    const turn = interrupted(state, i, known.mostInterruptions);
    if (next.kind !== 'step' || isBlocked(state, next.access) || turn === 'too often') continue;
    const stateOf: Known['stateOf'] = (at) => known.stateOf(at, turn);
    const step = stepOf(state, i, next.access, upcoming, { ...known, stateOf });
    if (step === 'asks') asking.push(i);
    else if (step) state.steps.push(step);
  }
  state.asking = asking;
  state.blocked = upcoming.flatMap((next, thread) =>
    next.kind === 'step' && isBlocked(state, next.access)
      ? [{ thread, cell: next.access.cell }]
      : [],
  );
  if (state.steps.length > 0) return;
  state.end = upcoming.every(({ kind }) => kind === 'done')
    ? {
        kind: 'done',
        returned: upcoming.map((next) => (next.kind === 'done' ? next.returned : undefined)),
      }
    : { kind: asking.length > 0 ? 'livelock' : 'deadlock' };
}

/**
 * Those that are about to sleep come first, and so their steps are looked at last: threads that keep each other from sleeping
 * show that before all that they could have done instead.
 */
function inOrder(state: State, upcoming: readonly Next[]): number[] {
  const threads = lastFirst(state, upcoming.length);
  if (state.turn) return threads;
  const sleepsNext = (i: number) => {
    const next = upcoming[i] as Next;
    return next.kind === 'step' && isAsleepAfter(next.access, state.memory);
  };
  return [...threads.filter(sleepsNext), ...threads.filter((i) => !sleepsNext(i))];
}

const isAsleepAfter = ({ kind, cell, operands }: Access, memory: readonly number[]) =>
  kind === 'wait' && memory[cell] === ((operands[0] as number) | 0);

/** A lock that it is about to take is not free. */
const isBlocked = ({ memory }: State, { kind, cell }: Access) =>
  kind === 'take' && memory[cell] !== 0;

export class UnfitError extends Error {}

/** What is wrong already: nothing that comes after it counts. */
function endBefore(state: State, upcoming: readonly Next[], { brokenIn }: Known): State['end'] {
  for (const [thread, next] of upcoming.entries()) {
    if (next.kind === 'threw') return { kind: 'threw', thread, error: next.error };
    const isEndless = next.kind === 'step' && (state.pasts[thread]?.active ?? 0) >= MOST_ACTIVE;
    if (isEndless) return { kind: 'endless', thread };
  }
  state.broken = brokenIn(state.memory);
  return state.broken === undefined ? undefined : { kind: 'broken' };
}

const sleeperOf = ({ sleepers }: State, i: number) => sleepers.find(({ thread }) => thread === i);

/** The next step of a thread that is not done; nothing where it sleeps. */
function stepOf(
  state: State,
  thread: number,
  access: Access,
  upcoming: readonly Next[],
  known: Known,
): Step | 'asks' | undefined {
  const { memory, pasts, sleepers } = state;
  const past = pasts[thread] as State['pasts'][number];
  const sleeper = sleeperOf(state, thread);
  if (sleeper) return sleeper.isLimited ? timeOut(state, sleeper, access, known) : undefined;

  const round = roundOf(past, upcoming[thread] as Next);
  const asleep = sleepers.map(({ cell }) => cell);
  if (round && isStill(round, memory, asleep)) {
    const out = known.threads[thread]?.wayOut(past, round);
    if (!out) return 'asks';
    const to = known.stateOf({ memory, pasts: pasts.with(thread, out), sleepers });
    return { thread, access, result: undefined, woken: [], rounds: out.length - past.length, to };
  }

  known.memory.set(memory);
  const result = perform(access, known.memory);
  if (result === 'sleeps') {
    const isLimited = isTime(access.operands[1]);
    const asleep = [...sleepers, { thread, cell: access.cell, isLimited }];
    return {
      thread,
      access,
      result,
      woken: [],
      to: known.stateOf({ memory, pasts, sleepers: asleep }),
    };
  }
  if (access.kind === 'notify') return wake(state, thread, access, upcoming, known);
  const after = [...known.memory];
  const isSilent = after.every((value, cell) => value === memory[cell]);
  const to = known.stateOf({
    memory: after,
    pasts: pasts.with(thread, longerBy(past, access, result, isSilent)),
    sleepers,
  });
  const isOverlooked = isSilent && overlooks(past, access, result, known.threads[thread]);
  return { thread, access, result, woken: [], ...(isOverlooked && { isOverlooked }), to };
}

/** Whether its next step is the same as if it had worked. */
function overlooks(
  past: Past,
  access: Access,
  result: Result,
  thread: Thread | undefined,
): boolean {
  const hoped = (access.operands[0] as number) | 0;
  if (access.kind !== 'compareExchange' || result === hoped || !thread) return false;
  const next = thread.next(longerBy(past, access, result, true));
  const ifDone = thread.next(longerBy(past, access, hoped, false));
  if (next.kind !== 'step' || ifDone.kind !== 'step') return next.kind === ifDone.kind;
  return isSame(next.access, ifDone.access);
}

function timeOut(state: State, { thread }: Sleeper, access: Access, known: Known): Step {
  const result = 'timed-out';
  const past = longerBy(state.pasts[thread] as never, access, result, true);
  const to = known.stateOf({
    memory: state.memory,
    pasts: state.pasts.with(thread, past),
    sleepers: state.sleepers.filter((sleeper) => sleeper.thread !== thread),
  });
  return { thread, access, result, woken: [], to };
}

/** Who has slept for longest is woken first; a thread that was woken has its `wait` behind it. */
function wake(
  { memory, pasts, sleepers }: State,
  thread: number,
  access: Access,
  upcoming: readonly Next[],
  known: Known,
): Step {
  const most = access.operands[0] ?? Infinity;
  const woken = sleepers
    .filter(({ cell }) => cell === access.cell)
    .slice(0, Math.max(0, most))
    .map((sleeper) => sleeper.thread);
  const result: Result = woken.length;
  const after = [...pasts];
  after[thread] = longerBy(pasts[thread] as never, access, result, woken.length === 0);
  for (const sleeper of woken) {
    const next = upcoming[sleeper];
    if (next?.kind === 'step')
      after[sleeper] = longerBy(pasts[sleeper] as never, next.access, 'ok', false);
  }
  const to = known.stateOf({
    memory,
    pasts: after,
    sleepers: sleepers.filter((sleeper) => !woken.includes(sleeper.thread)),
  });
  return { thread, access, result, woken, to };
}
