/** Laws about what a call gives: its value, or its failure. */
import { isDeepStrictEqual } from 'node:util';
import { isBefore, workOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import { say, show } from '../trace/value.ts';
import { isError, textIn } from '../trace/written.ts';
import type { Breach } from './breach.ts';
import { asShipped, endsWell, failedWork, isAbort } from './ending.ts';
import { explainValue } from './explain-value.ts';
import { endedWhen, sayNeverStarted } from './words.ts';

/** Gives this value, compared whole. */
export function toGive(trace: Trace, expected: unknown): Breach | undefined {
  const breach = endsWell(trace);
  if (breach) return failedInstead(trace, expected, breach);
  const { value, at } = trace.outcome as Extract<Trace['outcome'], { kind: 'returned' }>;
  const fact = `It gave ${show(value)} at ${at} ms; expected ${show(expected)}.`;
  try {
    if (isDeepStrictEqual(value, expected)) return undefined;
    return { fact, possible: explainValue(trace, value, expected) };
  } catch (error) {
    return { fact, possible: `Whoever looks into what it gave gets an error: ${say(error)}` };
  }
}

/** The same breach, and what should have been given instead of the failure. */
function failedInstead(trace: Trace, expected: unknown, breach: Breach): Breach {
  const { outcome } = trace;
  if (outcome.kind !== 'failed' || breach.picture === false) return breach;
  const culprit = failedWork(trace);
  return {
    ...breach,
    fact: `${breach.fact}\nIt should have given ${show(expected)}.`,
    possible: culprit
      ? `${culprit.name} failed, and its failure became the failure of the whole.`
      : breach.possible,
  };
}

/** Fails with the very error of this message; at this ms where one is given. */
export function toFailWith(trace: Trace, message: string, at?: number): Breach | undefined {
  const { outcome } = trace;
  if (outcome.kind === 'returned') {
    return {
      fact: `It gave ${show(outcome.value)} at ${outcome.at} ms; it should have failed with ${show(message)}.`,
      possible: explainSwallowed(trace),
    };
  }
  const untouched = asShipped(trace);
  if (outcome.kind !== 'failed' || untouched) return untouched ?? endsWell(trace);
  if (!says(outcome.error, message)) {
    const breach = endsWell(trace) as Breach;
    return {
      ...breach,
      fact: `${breach.fact}\nIt should have failed with ${show(message)}.`,
      possible: explainOtherFailure(trace, outcome, message) ?? breach.possible,
    };
  }
  const original = trace.spans.find(({ error }) => says(error, message));
  if (original && !failedWork(trace)) {
    return {
      fact: `It failed with another error that also says ${show(message)}.`,
      possible:
        'Pass on the very error that came: its stack and its class tell the caller what happened.',
    };
  }
  if (at !== undefined && outcome.at !== at) {
    return {
      fact: `It failed with ${show(message)} at ${outcome.at} ms; expected ${at} ms.`,
      possible:
        outcome.at > at
          ? `The failure was there at ${at} ms, and nobody passed it on: something else was awaited first.`
          : undefined,
    };
  }
  return undefined;
}

const says = (error: unknown, message: string) =>
  isError(error) && textIn(error, 'message') === message;

/** Where the failure that was meant had come before the one that was passed on. */
function explainOtherFailure(
  trace: Trace,
  outcome: Extract<Trace['outcome'], { kind: 'failed' }>,
  message: string,
): string | undefined {
  const cause = workOf(trace).find((span) => says(span.error, message));
  if (!cause?.end || !isBefore(cause.end, outcome)) return undefined;
  const { name, end } = cause;
  const { error, at } = outcome;
  const reports = `${name} had failed at ${end.at} ms`;
  if (isAbort(error)) {
    return `${reports}, and the others were told to stop because of that: their AbortError is what came of it, and not the cause.`;
  }
  if (workOf(trace).some(({ aborted }) => aborted)) {
    return `${reports}, before that: the first failure is the cause. What others fail with when they are told to stop only came of it.`;
  }
  return end.at < at
    ? `${reports}, and nobody passed that on: something else was awaited first.`
    : `${reports}, before that.`;
}

function explainSwallowed(trace: Trace): string | undefined {
  const failed = workOf(trace).find((span) => span.ending === 'failed' && span.end);
  if (!failed?.end) return sayNeverStarted(trace);
  return failed.end.at > trace.outcome.at
    ? `${endedWhen(failed)}, when the result had been given already: nobody waited for ${failed.name}.`
    : `${endedWhen(failed)}, and the failure was swallowed on its way to the caller.`;
}
