/** Laws about Node's queues: what runs in the call, as a tick, as a microtask, in a later turn. */
import { isDeepStrictEqual } from 'node:util';
import type { Mark, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './outcome.ts';

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

/** These lines are logged in the call, in this order, and no others. */
export function runsInTheCall(trace: Trace, expected: readonly string[]): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const all = linesOf(trace);
  const inside = all.filter(({ order }) => order < trace.returned.order).map(({ line }) => line);
  if (isDeepStrictEqual(inside, expected)) return undefined;
  const early = inside.find((line) => !expected.includes(line));
  const missing = expected.find((line) => !inside.includes(line));
  const late = all.find(({ line }) => line === missing);
  const lists = { 'in the call': inside, 'to reach': expected };
  if (missing !== undefined) {
    return {
      fact: late
        ? `${show(missing)} came at ${late.at} ms, only after the call had given control back.`
        : `${show(missing)} never came.`,
      possible: late
        ? 'A timer, a then and an await put things off; what is to run now needs none of them, and must not wait for others.'
        : undefined,
      lists,
      picture: false,
    };
  }
  if (early !== undefined) {
    return {
      fact: `${show(early)} came in the call, before that had given control back.`,
      possible:
        'Whatever is called runs now. To let it run later, hand the function itself to a queue, and do not call it.',
      lists,
      picture: false,
    };
  }
  return { fact: 'In the call the order was another.', lists, picture: false };
}

/** Exactly these lines are logged, turn by turn, and in each turn queue by queue; the first turn is the call. */
export function runsInTurns(trace: Trace, turns: readonly Turn[]): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const lines = linesOf(trace).map(({ line }) => line);
  const places = turns.flatMap(placesOf);
  const expected = places.map(({ line }) => line);
  if (isDeepStrictEqual(lines, expected)) return undefined;
  const lists = { yours: lines, 'to reach': expected };
  const wrong = lines.findIndex((line, i) => line !== expected[i]);
  const got = lines[wrong];
  const want = places[wrong];
  if (got === undefined)
    return { fact: `${show(expected[lines.length])} never came.`, lists, picture: false };
  if (!want || lines.indexOf(got) < wrong) {
    const again = lines.indexOf(got) < wrong;
    return {
      fact: `${show(got)} came${again ? ' once more' : ''}, and nothing of the kind was due.`,
      lists,
      picture: false,
    };
  }
  if (!lines.includes(want.line))
    return { fact: `${show(want.line)} never came.`, lists, picture: false };
  const place = places.find(({ line }) => line === got);
  return {
    fact: `${show(got)} came before ${show(want.line)}; ${show(want.line)} comes first.`,
    possible: place && explain(trace, place, want),
    lists,
    picture: false,
  };
}

/** Exactly these lines are logged, in this order, whenever that is. */
export function logsInOrder(
  trace: Trace,
  expected: readonly string[],
  because?: string,
): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const lines = linesOf(trace).map(({ line }) => line);
  if (isDeepStrictEqual(lines, expected)) return undefined;
  const wrong = expected.findIndex((line, i) => line !== lines[i]);
  const want = expected[wrong];
  const got = lines[wrong === -1 ? expected.length : wrong];
  const lists = { yours: lines, 'to reach': expected };
  const fact =
    want === undefined || (got !== undefined && lines.indexOf(got) < wrong)
      ? `${show(got)} came once more.`
      : !lines.includes(want)
        ? `${show(want)} never came.`
        : `${show(got)} came before ${show(want)}; ${show(want)} comes first.`;
  return { fact, possible: because, lists, picture: false };
}

function linesOf({ marks }: Trace): Mark[] {
  return marks.filter(({ kind }) => kind === 'log');
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
