/** Laws about how long, and how much at once: makespan and peak concurrency. */
import { quote, were } from '../../text/english.ts';
import { inFlightAt, peakOf, workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { explainLatecomer, explainSlow } from './telling/explain-slow.ts';
import { sayIdleThreads } from './telling/idle-threads.ts';
import { askNeverStarted, notEnded, sayNeverStarted } from './telling/words.ts';

/**
 * Its makespan is exactly so many ms.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toTake(trace: Trace, ms: number, because?: string): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const took = trace.outcome.at;
  if (took === ms) return undefined;
  const fact = `It took ${took} ms; expected ${ms} ms.`;
  if (took < ms) return { fact, possible: explainFast(trace) ?? because };
  const idle = sayIdleThreads(trace);
  if (!idle) return { fact, possible: explainSlow(trace, took - ms) ?? because };
  return { fact, possible: because ? `${idle} ${because}` : idle };
}

function explainFast(trace: Trace): string | undefined {
  const busy = notEnded(trace, { at: trace.outcome.at });
  if (busy !== '') return `When it settled, ${busy}. Your code did not await all of its work.`;
  const { at } = trace.outcome;
  const timer = trace.timers.find(
    ({ armedAt, dueAt, clearedAt }) =>
      armedAt <= at && dueAt > at && (clearedAt === null || clearedAt > at),
  );
  if (timer) return `A timer is due only at ${timer.dueAt} ms. Your code did not wait for it.`;
  const peak = peakOf(workOf(trace));
  return (
    sayNeverStarted(trace) ??
    (peak > 1
      ? `${peak} pieces of work were in flight at the same time. Calling a function starts its work, even without await.`
      : undefined)
  );
}

/**
 * Exactly so many pieces of work are in flight at the busiest moment.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toPeakAt(trace: Trace, n: number, because?: string): Breach | undefined {
  const work = workOf(trace);
  const peak = peakOf(work);
  if (peak === n) return undefined;
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  if (peak > n) {
    const over = work.find(({ start }) => inFlightAt(work, start).length >= n) as Span;
    const others = were(inFlightAt(work, over.start).map(({ name }) => quote(name)));
    return {
      fact: `${quote(over.name)} was started at ${over.start.at} ms, while ${others} still running: ${peak} in flight; expected ${n}.`,
      possible:
        because ??
        (n === 1
          ? 'Calling a function starts its work. Call each one only when the one before it has settled.'
          : `Call the next one only when fewer than ${n} are in flight.`),
    };
  }
  return {
    fact:
      peak === 0
        ? `No work was started; expected ${n} in flight.`
        : `At most ${peak} in flight at the same time; expected ${n}.`,
    possible: explainLatecomer(trace) ?? because ?? askNeverStarted(trace),
  };
}
