/** What code did for which the clock of a test is no clock: real I/O, and calls that block the thread. */
import { list, quote } from '../../../text/english.ts';
import type { Span, Trace } from '../../trace/trace.ts';

const NOT_WAITED_FOR =
  'That needs real time, and the clock of a test is virtual: it does not wait for real I/O, processes or threads. Use the functions that the test passes in.';

/** A cause that the run proves: the object of a timer was taken for a promise; undefined where none was. */
export function sayAwaitedTimer({ timers }: Trace): string | undefined {
  const timer = timers.find(({ isAwaited }) => isAwaited);
  if (!timer) return undefined;
  const [what, maker] = {
    interval: ['A Timeout', 'setInterval'],
    immediate: ['An Immediate', 'setImmediate'],
  }[timer.kind] ?? ['A Timeout', 'setTimeout'];
  return `${what} object was taken for a promise. ${maker} returns it, and 'await' does not wait for it.`;
}

/** What belongs to the failure of any test in which it happened; undefined where nothing of it did. */
export function sayOutside(trace: Trace): string | undefined {
  const said = [sayBlocked(trace), sayIo(trace)].filter(Boolean);
  return said.length > 0 ? said.join(' ') : undefined;
}

/** `Your code called 'fs.readFile' at 0 ms.`, and why that is no good; undefined where it called nothing of the kind. */
export function sayIo({ io, outcome }: Trace): string | undefined {
  const [first] = io;
  if (first) {
    // What comes after it may be called by Node itself.
    const where = first.place ? `, at ${first.place}` : '';
    return `Your code ${first.name === 'process.stdin' ? 'used' : 'called'} ${quote(first.name)} at ${first.at} ms${where}. ${NOT_WAITED_FOR}`;
  }
  return outcome.kind === 'deadlock' && outcome.io.length > 0
    ? `There is real I/O in flight (${list(outcome.io)}). ${NOT_WAITED_FOR}`
    : undefined;
}

/** `'Atomics.wait' blocked the thread from 0 to 30 ms.` */
function sayBlocked({ spans }: Trace): string | undefined {
  const [first] = spans.filter(({ blocks }) => blocks);
  return first && `${blockedWhen(first)}. Nothing else can run meanwhile, not even a timer.`;
}

/** Of a call that waited for the world outside, nobody knows a virtual time. */
const blockedWhen = ({ name, start, end }: Span) =>
  name === 'Atomics.wait'
    ? `${quote(name)} blocked the thread from ${start.at} to ${end?.at} ms`
    : `${quote(name)} blocked the thread at ${start.at} ms, until its program had ended (that counts as ${Number(end?.at) - start.at} ms)`;
