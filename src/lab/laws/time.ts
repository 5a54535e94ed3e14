/** Laws about how long, and how much at once: makespan and peak concurrency. */
import { is, was, were } from '../../text/english.ts';
import { inFlightAt, notOverAt, peakOf, workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './ending.ts';
import { explainLatecomer, explainSlow } from './explain-slow.ts';
import { sayNeverStarted, stillAtWork } from './words.ts';

/** Its makespan is exactly so many ms. */
export function toTake(trace: Trace, ms: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const took = trace.outcome.at;
  if (took === ms) return undefined;
  return {
    fact: `It took ${took} ms; expected ${ms} ms.`,
    possible: took > ms ? explainSlow(trace, took - ms) : explainFast(trace),
  };
}

function explainFast(trace: Trace): string | undefined {
  const work = workOf(trace);
  const busy = stillAtWork(notOverAt(work, { at: trace.outcome.at }));
  if (busy !== '') return `When it was over, ${busy}: nobody waited.`;
  const peak = peakOf(work);
  return (
    sayNeverStarted(trace) ??
    (peak > 1
      ? `${peak} pieces of work were under way together: calling a function starts its work, whoever awaits it.`
      : undefined)
  );
}

/** Exactly so many pieces of work are in flight at the busiest moment. */
export function toPeakAt(trace: Trace, n: number): Breach | undefined {
  const work = workOf(trace);
  const peak = peakOf(work);
  if (peak === n) return undefined;
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  if (peak > n) {
    const over = work.find(({ start }) => inFlightAt(work, start).length >= n) as Span;
    const others = inFlightAt(work, over.start).map(({ name }) => name);
    return {
      fact: `${over.name} was started at ${over.start.at} ms, while ${were(others)} still at work: ${peak} in flight, and ${n} ${is(n)} promised.`,
      possible:
        n === 1
          ? 'Calling a function starts its work. Call each one only when the one before it has ended.'
          : `Call the next one only when fewer than ${n} are in flight.`,
    };
  }
  const pieces = peak === 1 ? 'piece of work' : 'pieces of work';
  return {
    fact:
      peak === 0
        ? 'No work was ever started.'
        : `At most ${peak} ${pieces} ${was(peak)} in flight at a time; ${n} ${is(n)} promised.`,
    possible: explainLatecomer(trace) ?? sayNeverStarted(trace),
  };
}
