/** Laws about what a call gives: its value, its failure, or that it never ends. */
import { isDeepStrictEqual } from 'node:util';
import { list } from '../../text/english.ts';
import { workOf } from '../trace/look.ts';
import { placeOf } from '../trace/place.ts';
import { HungryError } from '../trace/runaway.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { isUntouched } from '../trace/untouched.ts';
import { say, show } from '../trace/value.ts';
import { isError, textIn } from '../trace/written.ts';
import type { Breach } from './breach.ts';
import { explainValue } from './explain-value.ts';

/** It gives this value, compared whole. */
export function gives(trace: Trace, expected: unknown): Breach | undefined {
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
  const fact = `${breach.fact}\nIt should have given ${show(expected)}.`;
  if (!culprit) return { ...breach, fact };
  return {
    ...breach,
    fact,
    possible: `${culprit.name} failed, and its failure became the failure of the whole.`,
  };
}

/** It fails with the error of this message, and at this time where one is given. */
export function failsWith(trace: Trace, message: string, at?: number): Breach | undefined {
  const { outcome } = trace;
  if (outcome.kind === 'returned') {
    return {
      fact: `It gave ${show(outcome.value)} at ${outcome.at} ms; it should have failed with ${show(message)}.`,
      possible: explainSwallowed(trace),
    };
  }
  if (outcome.kind !== 'failed') return endsWell(trace);
  if (isUntouched(outcome.error)) return endsWell(trace);
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

const isAbort = (error: unknown) => isError(error) && textIn(error, 'name') === 'AbortError';

/** Where the failure that was meant had come before the one that was passed on. */
function explainOtherFailure(
  trace: Trace,
  { error, at, order }: Extract<Trace['outcome'], { kind: 'failed' }>,
  message: string,
): string | undefined {
  const cause = workOf(trace).find((span) => says(span.error, message));
  if (!cause?.end || cause.end.order > order) return undefined;
  const { name, end } = cause;
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
  if (!failed?.end) {
    const idle = neverStarted(trace);
    return idle.length > 0 ? `${list(idle)} ${was(idle)} never started.` : undefined;
  }
  return failed.end.at > trace.outcome.at
    ? `${failed.name} failed at ${failed.end.at} ms, when the result had been given already: nobody waited for ${failed.name}.`
    : `${failed.name} failed at ${failed.end.at} ms, and the failure was swallowed on its way to the caller.`;
}

/**
 * It comes to an end: with a value, or with the failure of a piece of its work, which the scenario
 * meant. What must hold before anything can be said about the way there.
 */
export function comesToAnEnd(trace: Trace): Breach | undefined {
  return failedWork(trace) ? undefined : endsWell(trace);
}

/** The piece of work whose failure is the failure of the call. */
function failedWork({ outcome, spans }: Trace): Span | undefined {
  if (outcome.kind !== 'failed') return undefined;
  return spans.find((span) => span.ending === 'failed' && span.error === outcome.error);
}

/** It comes to an end, and not by failing. */
export function endsWell(trace: Trace): Breach | undefined {
  const { outcome } = trace;
  switch (outcome.kind) {
    case 'returned':
      return undefined;
    case 'deadlock':
      return deadlock(trace);
    case 'stopped':
      if (outcome.reason instanceof HungryError)
        return { fact: `Stopped: ${outcome.reason.message}`, picture: false };
      return {
        fact: `Stopped at ${outcome.at} ms: ${outcome.reason.message}`,
        possible: at(outcome.reason, 'Found'),
      };
    case 'failed':
      return failed(trace, outcome);
  }
}

function failed(
  trace: Trace,
  { error, thrown, at: time }: Extract<Trace['outcome'], { kind: 'failed' }>,
): Breach {
  if (isUntouched(error)) return { fact: (error as Error).message, picture: false };
  const missing = explainMissing(error);
  if (missing) return missing;
  return {
    fact: thrown
      ? `It threw at ${time} ms, in the call itself, into its caller: ${say(error)}`
      : `It failed at ${time} ms: ${say(error)}`,
    possible: failedWork(trace)
      ? undefined
      : (explainStops(trace, time) ?? explainStopped(trace, error) ?? at(error)),
    picture: trace.spans.length > 0 || trace.marks.length > 0,
  };
}

/** Somebody called what is not there: the spec an export of the kata, or the kata something it imports. */
function explainMissing(error: unknown): Breach | undefined {
  const [, name, wanted] =
    /__vi\w*_import_\d+__\.(\w+)\)? is not a (function|constructor)/.exec(say(error)) ?? [];
  if (!name) return undefined;
  const kind = wanted === 'function' ? 'function' : 'class';
  const place = placeOf(error);
  return place
    ? {
        fact: `There is no ${kind} named ${name} where it is imported from.`,
        possible: `It is used at ${place}. Is it spelt as its module spells it?`,
        picture: false,
      }
    : {
        fact: `The kata's file exports no ${kind} named ${name}.`,
        possible: `Keep the name, and the word export in front of it without default, as in the stub: export … ${name}.`,
        picture: false,
      };
}

/** Whose end it is, when it is nothing but the end of somebody who had been told to stop. */
function explainStopped(trace: Trace, error: unknown): string | undefined {
  if (!isAbort(error)) return undefined;
  const span = workOf(trace).find(
    ({ ending, end }) => ending === 'aborted' && end?.at === trace.outcome.at,
  );
  if (!span?.aborted) return undefined;
  return `${span.name} had been told to stop at ${span.aborted.at} ms, and this is how it says that it has stopped: it was meant to, and the caller should not hear of it as a failure.`;
}

/** Who had been told to stop at the moment of the failure: it may be what the failure comes from. */
function explainStops(trace: Trace, time: number): string | undefined {
  const stopped = workOf(trace).filter(({ aborted }) => aborted?.at === time);
  if (stopped.length === 0) return undefined;
  const names = stopped.map(({ name }) => name);
  const cause = workOf(trace).find(({ end, ending }) => end?.at === time && ending === 'failed');
  return `${list(names)} ${was(names)} told to stop at ${time} ms${cause ? `, when ${cause.name} failed` : ''}.`;
}

function deadlock(trace: Trace): Breach {
  const { at } = trace.outcome;
  const waiting = trace.spans.filter((span) => span.kind === 'call' && !span.end);
  const who =
    waiting.length > 0
      ? ` ${list(waiting.map(({ name, start }) => `${name} (since ${start.at} ms)`))} will wait for ever.`
      : '';
  return {
    fact: `Deadlock at ${at} ms: the promise is still pending, no timer is set and no work is under way, so nothing can settle it any more.${who}`,
    possible: explainDeadlock(trace),
  };
}

function explainDeadlock(trace: Trace): string {
  const idle = neverStarted(trace);
  if (idle.length > 0) return `${list(idle)} ${was(idle)} never started.`;
  const [unheard] = trace.unhandled;
  if (unheard) {
    return `At ${unheard.at} ms a failure came that nobody heard (${say(unheard.error)}), and the code that was to settle the promise never ran. Failures must be passed on too: by reject, or by awaiting what may fail where somebody hears of it.`;
  }
  const [thrown] = trace.uncaught;
  if (thrown) {
    return `At ${thrown.at} ms an error was thrown in a callback (${say(thrown.error)}), where nobody can catch it, and the code that was to settle the promise never ran. Catch inside the callback, and reject.`;
  }
  const cleared = trace.timers.find(({ fired, clearedAt }) => fired === 0 && clearedAt !== null);
  if (cleared) {
    return `The timer that was set at ${cleared.armedAt} ms, due at ${cleared.dueAt} ms, was cleared at ${cleared.clearedAt} ms: whoever waited for it will never hear.`;
  }
  const failed = trace.spans.find(({ ending }) => ending === 'failed');
  if (failed) {
    return `${failed.name} failed at ${failed.end?.at} ms, somebody listened, and the caller was never told: is the promise settled on every way through your code, whoever has failed and whoever is done?`;
  }
  const ends = workOf(trace).map(({ end }) => end?.at ?? Infinity);
  const over = Math.max(...ends) < Infinity && ends.length > 0;
  return `${over ? `All work has ended, the last at ${Math.max(...ends)} ms. ` : ''}Some promise is awaited that nobody resolves: is resolve called on every way through your code?`;
}

function neverStarted({ spans, offers }: Trace): string[] {
  const started = new Set(spans.map(({ name }) => name));
  return offers.map(({ name }) => name).filter((name) => !started.has(name));
}

function was(names: readonly string[]): string {
  return names.length === 1 ? 'was' : 'were';
}

function at(error: unknown, what = 'Thrown'): string | undefined {
  if (!isError(error))
    return 'What was thrown is no Error, so nobody can tell where it comes from: an Error keeps the line.';
  const place = placeOf(error);
  return place && `${what} at ${place}`;
}
