/** A law about several reasons in one rejection: those of the errors, and the one that came before them. */
import type { Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { asShipped, endsWell, expecting } from './ending.ts';
import { threwInstead } from './failure.ts';
import type { Breach } from './telling/breach.ts';

const REJECTION = 'a rejection with an AggregateError';

const COPY =
  'It looks the same, and is another object. Pass on each reason as your code caught it.';

/**
 * Rejects with an AggregateError, or an error of a class that extends it, whose `errors` are these in this order,
 * and whose `cause` is this one; all compared by identity; at this ms where one is given.
 *
 * @param because says to a learner why it should have rejected so
 */
export function toRejectWithAggregate(
  trace: Trace,
  { errors, cause }: { readonly errors: readonly unknown[]; readonly cause: unknown },
  at?: number,
  because?: string,
): Breach | undefined {
  const { outcome } = trace;
  if (outcome.kind === 'returned') {
    return {
      fact: `It fulfilled with ${show(outcome.value)} at ${outcome.at} ms; expected ${REJECTION}.`,
      possible: because,
    };
  }
  const stub = asShipped(trace);
  if (stub) return stub;
  if (outcome.kind !== 'failed') return expecting(trace, endsWell(trace) as Breach, REJECTION);
  if (outcome.thrown) return threwInstead(trace, REJECTION);
  const { error } = outcome;
  if (!(error instanceof AggregateError)) {
    return {
      fact: `It rejected with ${show(error)} at ${outcome.at} ms; expected ${REJECTION}.`,
      possible: because,
    };
  }
  if (!isSameList(error.errors, errors)) {
    return {
      fact: `It rejected with an AggregateError whose \`errors\` are ${show(error.errors)}; expected ${show(errors)}.`,
      possible: show(error.errors) === show(errors) ? COPY : because,
    };
  }
  if (!Object.is(error.cause, cause)) {
    return {
      fact: `It rejected with an AggregateError whose \`cause\` is ${show(error.cause)}; expected ${show(cause)}.`,
      possible: show(error.cause) === show(cause) ? COPY : because,
    };
  }
  if (at === undefined || outcome.at === at) return undefined;
  return {
    fact: `It rejected with an AggregateError at ${outcome.at} ms; expected at ${at} ms.`,
    possible: because,
  };
}

const isSameList = (list: unknown, expected: readonly unknown[]) =>
  Array.isArray(list) &&
  list.length === expected.length &&
  expected.every((one, i) => Object.is(one, list[i]));
