/** A law about the reason of a rejection, whatever it is: an Error is only the most usual one. */

import type { Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { isError, textIn } from '../trace/written.ts';
import type { Breach } from './breach.ts';
import { asShipped, endsWell } from './ending.ts';

/** Rejects with this very reason, compared by identity; at this ms where one is given. */
export function toRejectWith(trace: Trace, reason: unknown, at?: number): Breach | undefined {
  const { outcome } = trace;
  if (outcome.kind === 'returned') {
    return {
      fact: `It fulfilled with ${show(outcome.value)} at ${outcome.at} ms; expected a rejection with ${show(reason)}.`,
      possible: reason
        ? undefined
        : 'A promise may reject with any value. Does your code test the reason itself, as in if (error)?',
    };
  }
  if (outcome.kind !== 'failed') return endsWell(trace);
  const stub = asShipped(trace);
  if (stub) return stub;
  if (!Object.is(outcome.error, reason)) {
    return {
      fact: `It rejected with ${show(outcome.error)} at ${outcome.at} ms; expected a rejection with ${show(reason)}.`,
      possible: isCopy(outcome.error, reason)
        ? 'It looks the same, and is another object. Pass on the one that you caught: its stack and its class say what happened.'
        : undefined,
    };
  }
  if (at === undefined || outcome.at === at) return undefined;
  return { fact: `It rejected with ${show(reason)} at ${outcome.at} ms; expected ${at} ms.` };
}

function isCopy(error: unknown, reason: unknown): boolean {
  return (
    isError(error) && isError(reason) && textIn(error, 'message') === textIn(reason, 'message')
  );
}
