/** A law about the reason of a rejection, whatever it is: an Error is only the most usual one. */

import type { Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { isError, textIn } from '../trace/written.ts';
import type { Breach } from './breach.ts';
import { asShipped, endsWell } from './ending.ts';
import { threwInstead } from './failure.ts';

/**
 * Rejects with this very reason, compared by identity; at this ms where one is given.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toRejectWith(
  trace: Trace,
  reason: unknown,
  at?: number,
  because?: string,
): Breach | undefined {
  const { outcome } = trace;
  if (outcome.kind === 'returned') {
    return {
      fact: `It fulfilled with ${show(outcome.value)} at ${outcome.at} ms; expected a rejection with ${show(reason)}.`,
      possible: reason
        ? because
        : 'A promise may reject with any value. Does your code test the reason itself, as in if (error)?',
    };
  }
  if (outcome.kind !== 'failed') return endsWell(trace);
  const stub = asShipped(trace);
  if (stub) return stub;
  if (outcome.thrown) return threwInstead(trace, `a rejection with ${show(reason)}`);
  if (!Object.is(outcome.error, reason)) {
    return {
      fact: `It rejected with ${show(outcome.error)} at ${outcome.at} ms; expected a rejection with ${show(reason)}.`,
      possible: explainOther(outcome.error, reason) ?? because,
    };
  }
  if (at === undefined || outcome.at === at) return undefined;
  return {
    fact: `It rejected with ${show(reason)} at ${outcome.at} ms; expected ${at} ms.`,
    possible: because,
  };
}

/** What the other reason has to do with the one that was expected. */
function explainOther(error: unknown, reason: unknown): string | undefined {
  if (isCopy(error, reason))
    return 'It looks the same, and is another object. Pass on the one that you caught: its stack and its class say what happened.';
  if (isEvent(error))
    return 'That is the event, which a listener gets as its argument. The reason is in `signal.reason`.';
  if (isError(error) && Object.hasOwn(error, 'cause') && Object.is(error.cause, reason))
    return 'The expected reason is the `cause` of that error. Pass on the reason itself: a caller compares it.';
  return undefined;
}

/** Some Proxies throw when they are asked what they are. */
function isEvent(error: unknown): boolean {
  try {
    return error instanceof Event;
  } catch {
    return false;
  }
}

function isCopy(error: unknown, reason: unknown): boolean {
  return (
    isError(error) && isError(reason) && textIn(error, 'message') === textIn(reason, 'message')
  );
}
