/** The law of loose ends: what a call must not leave when it has settled. */
import { count } from '../../text/english.ts';
import { endedAt, workOf } from '../trace/look.ts';
import type { LooseEnd, TimerRecord, Trace } from '../trace/trace.ts';
import { say } from '../trace/value.ts';
import { asShipped } from './ending.ts';
import type { Breach } from './telling/breach.ts';

/** Leaves no timer, work, listener, open port, thread or unhandled rejection behind; but for these kinds. */
export function toLeaveNothing(
  trace: Trace,
  but: readonly LooseEnd['kind'][] = [],
): Breach | undefined {
  const untouched = asShipped(trace);
  if (untouched) return untouched;
  const left = trace.left.filter(({ kind }) => !but.includes(kind));
  if (left.length === 0) return undefined;
  // A path of any length keeps to its own line.
  const lines = left.map(({ what, place }) => `  - ${what}${place ? `,\n    ${place}` : ''}`);
  const kinds = new Set(left.map(({ kind }) => kind));
  const advice = [
    kinds.has('timer') && 'Await a timer that you still need, and clear one that you do not need.',
    kinds.has('timer') &&
      trace.timers.some(isUnrefed) &&
      'unref() does not clear a timer: it only lets the process end before the timer fires.',
    kinds.has('work') && 'Await the work that you start, or stop it, before your function settles.',
    left.some(({ kind, awaits }) => kind === 'listener' && awaits === undefined) &&
      'A listener stays on its signal until your code removes it: `once` removes it only after the event, and removeEventListener() needs the same function, and the same `capture`.',
    left.some(({ awaits }) => awaits !== undefined) &&
      'A listener stays on its emitter until your code removes it, with off() and the same function.',
    kinds.has('port') &&
      'An open port is never freed, and with a message listener it keeps the process running: close it.',
    kinds.has('thread') &&
      'A thread is there until it has nothing to do, or until worker.terminate() has fulfilled: await that, or its exit.',
    kinds.has('world') &&
      'All code of a program shares that, so the change is seen everywhere. (It has been undone.)',
    kinds.has('rejection') && explainUnhandled(trace),
    kinds.has('throw') &&
      'Catch errors inside the callback: the code that passed it on has already returned.',
  ];
  return {
    fact: `${howMany(kinds, left.length)}:\n${lines.slice(0, 8).join('\n')}`,
    possible: advice.filter(Boolean).join(' '),
  };
}

/** What says nothing of `AbortSignal.timeout()`, whose timer nobody can clear. */
const isUnrefed = ({ kind, keepsAlive, fired, clearedAt }: TimerRecord) =>
  !keepsAlive && fired === 0 && clearedAt === null && kind !== 'AbortSignal.timeout';

function howMany(kinds: ReadonlySet<LooseEnd['kind']>, n: number): string {
  if (!kinds.has('throw') && !kinds.has('rejection'))
    return `${count(n, 'thing')} left behind at the end; expected none`;
  if (kinds.size === 1)
    return `${count(n, kinds.has('throw') ? 'uncaught error' : 'unhandled rejection')}; expected none`;
  return `${count(n, 'thing')} left behind, or not handled; expected none`;
}

/** Which rejections had no handler in time, and what that does to a real program. */
function explainUnhandled(trace: Trace): string {
  const { outcome, unhandled } = trace;
  const end = 'In a real program, Node ends the process on an unhandled rejection.';
  const never = unhandled.filter(({ handledAt }) => handledAt === null);
  if (outcome.kind === 'failed' && never.some(({ error }) => error === outcome.error)) {
    return `Your code rejects with the same error (${say(outcome.error)}): that promise is handled, but another one is not. Did then(), finally() or an async function return the other one? ${end}`;
  }
  const [late] = unhandled.filter(({ at, handledAt }) => handledAt !== null && handledAt > at);
  if (late) {
    const [other] = endedAt(workOf(trace), { at: late.handledAt ?? 0 });
    const what = other ? `'${other.name}'` : 'something else';
    return `Was ${what} awaited until ${late.handledAt} ms? Attach a handler before the promise rejects. ${end}`;
  }
  if (never.length > 0 && never.every(({ at }) => at > outcome.at)) {
    return `Your code had already ended, at ${outcome.at} ms. A promise that rejects later needs a handler too, and so does each promise that then() or an async function returns. ${end}`;
  }
  return `Attach a handler to every promise that may reject. then(), finally() and a call of an async function each return a new promise, which rejects too. ${end}`;
}
