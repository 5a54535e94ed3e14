/** A law about Node's queues: what runs synchronously, as a `nextTick` job, as a microtask, in a later callback. */
import { linesOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { outOfOrder } from './telling/compare-lines.ts';

/** What is logged in one callback of the event loop: by itself, by `nextTick` jobs after it, then by microtasks. */
export interface Turn {
  readonly call?: readonly string[];
  readonly ticks?: readonly string[];
  readonly micros?: readonly string[];
}

type Queue = keyof Turn;

interface Place {
  readonly line: string;
  /** Which callback, counted from 0: the call of the learner's function. */
  readonly turn: number;
  readonly queue: Queue;
}

/**
 * Logs exactly these lines, callback by callback of the event loop, and queue by queue after each; the first
 * callback is the call.
 *
 * `toLogInOrder` asks the same of a list. This one knows in which queue each line waits, and so why the one
 * cannot come before the other.
 */
export function toRunInTurns(trace: Trace, ...turns: Turn[]): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const places = turns.flatMap(placesOf);
  const disorder = outOfOrder(
    trace,
    places.map(({ line }) => line),
  );
  if (!disorder?.swapped) return disorder?.breach;
  const { got, want } = disorder.swapped;
  const placeOf = (line: string) => places.find((place) => place.line === line);
  const [early, due] = [placeOf(got), placeOf(want)];
  return { ...disorder.breach, possible: early && due && explain(trace, early, due) };
}

function placesOf({ call = [], ticks = [], micros = [] }: Turn, turn: number): Place[] {
  const inQueue = (queue: Queue, lines: readonly string[]) =>
    lines.map((line) => ({ line, turn, queue }));
  return [...inQueue('call', call), ...inQueue('ticks', ticks), ...inQueue('micros', micros)];
}

/** Why the one that came cannot come before the one that should have. */
function explain(trace: Trace, got: Place, want: Place): string {
  const [early, due] = [show(got.line), show(want.line)];
  const isSameCallback = got.turn === want.turn;
  if (isSameCallback && got.queue === want.queue) {
    return want.queue === 'call'
      ? `Both run synchronously. Is ${early} called before ${due}?`
      : `A queue is first in, first out. Was ${early} added before ${due}?`;
  }
  if (want.queue === 'call' && (isSameCallback || want.turn === 0))
    return `Code that runs synchronously comes before everything that it queues. Was ${due} queued as well?`;
  if (want.queue === 'call')
    return `Callbacks run one after another, in the order in which they were set. Was ${early} set before ${due}?`;
  if (!isSameCallback) return explainTurn(trace, got, want);
  return `When a callback has ended, Node first runs all nextTick jobs, then all microtasks (queueMicrotask, then, code after an await). In which of the two queues are ${early} and ${due}?`;
}

/** The one that came has to wait for a callback, and the other one has not. */
function explainTurn(trace: Trace, got: Place, want: Place): string {
  const [early, due] = [show(got.line), show(want.line)];
  const at = linesOf(trace).find(({ line }) => line === want.line)?.at ?? 0;
  if (want.turn === 0 && at > trace.returned.at)
    return `${due} was logged at ${at} ms, so time had passed. nextTick jobs and microtasks run before any time passes, and before every timer. Did ${due} wait for a timer?`;
  const law =
    'Before the next timer or immediate runs, Node empties both queues: all nextTick jobs and microtasks, and what they add.';
  return want.turn > 0
    ? `${law} Did ${early} share one timer or immediate with the job before it?`
    : `${law} Is ${early} itself in one of these queues, or ${due} in an immediate?`;
}
