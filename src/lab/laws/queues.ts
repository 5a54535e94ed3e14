/** A law about Node's queues: what runs in the call, as a tick, as a microtask, in a later turn. */
import { linesOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { outOfOrder } from './compare-lines.ts';
import { comesToAnEnd } from './ending.ts';

/** What is logged in one turn of the event loop: by the callback itself, then as ticks, then as microtasks. */
export interface Turn {
  readonly call?: readonly string[];
  readonly ticks?: readonly string[];
  readonly micros?: readonly string[];
}

type Queue = keyof Turn;

interface Place {
  readonly line: string;
  readonly turn: number;
  readonly queue: Queue;
}

/**
 * Logs exactly these lines, turn by turn of the event loop, and queue by queue in each; the first turn is the call.
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
  if (got.turn > want.turn) return want.queue === 'call' ? TURNS : explainTurn(trace, got, want);
  if (got.queue === want.queue) return QUEUE;
  if (want.queue === 'call') return 'What runs now comes before everything that is queued.';
  return `When a callback is over, Node takes the ticks first (process.nextTick), all of them, and then the microtasks (queueMicrotask, then, await). In which of the two do ${show(got.line)} and ${show(want.line)} wait?`;
}

const TURNS = 'Each turn belongs to one callback, in the order in which they were set.';

const QUEUE = 'A queue is first come, first served: what was handed in first runs first.';

/** The one that came has a turn to wait for, and the other one has not. */
function explainTurn(trace: Trace, got: Place, want: Place): string {
  const at = linesOf(trace).find(({ line }) => line === want.line)?.at ?? 0;
  if (want.turn === 0 && at > trace.returned.at)
    return `${show(want.line)} came at ${at} ms: it waited for a timer. Ticks and microtasks wait for no time at all, only for the code that is running to be over.`;
  const law =
    'Before the event loop goes on to its next timer or immediate, it empties the queues: every tick and every microtask, and what those add.';
  return want.turn > 0
    ? `${law} Did ${show(got.line)} share one timer or immediate with the job before it?`
    : `${law} Did ${show(got.line)} wait in one of these queues itself, or ${show(want.line)} for an immediate?`;
}
