/** How a run comes to its end, which must be well before anything can be said about the way there. */
import { list, were } from '../../text/english.ts';
import { endedAt, workOf } from '../trace/look.ts';
import { placeOf } from '../trace/place.ts';
import { HungryError } from '../trace/runaway.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { isUntouched } from '../trace/untouched.ts';
import { say } from '../trace/value.ts';
import { isError, textIn } from '../trace/written.ts';
import type { Breach } from './breach.ts';
import { endedWhen, sayNeverStarted } from './words.ts';

/**
 * It comes to an end: with a value, or with the failure of a piece of its work, which the scenario
 * meant. What must hold before anything can be said about the way there.
 */
export function comesToAnEnd(trace: Trace): Breach | undefined {
  return failedWork(trace) ? undefined : endsWell(trace);
}

/** The piece of work whose failure is the failure of the call. */
export function failedWork({ outcome, spans }: Trace): Span | undefined {
  if (outcome.kind !== 'failed') return undefined;
  return spans.find((span) => span.ending === 'failed' && span.error === outcome.error);
}

/** What a stub says that nobody has written yet: it keeps many a law, because it does nothing at all. */
export function asShipped(trace: Trace): Breach | undefined {
  const { outcome } = trace;
  return outcome.kind === 'failed' && isUntouched(outcome.error) ? endsWell(trace) : undefined;
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

/** Whether it is how somebody says that he was told to stop. */
export const isAbort = (error: unknown) => isError(error) && textIn(error, 'name') === 'AbortError';

/** Whose end it is, when it is nothing but the end of somebody who had been told to stop. */
function explainStopped(trace: Trace, error: unknown): string | undefined {
  if (!isAbort(error)) return undefined;
  const { at } = trace.outcome;
  const span = endedAt(workOf(trace), { at }).find(({ ending }) => ending === 'aborted');
  if (!span?.aborted) return undefined;
  return `${span.name} had been told to stop at ${span.aborted.at} ms, and this is how it says that it has stopped: it was meant to, and the caller should not hear of it as a failure.`;
}

/** Who had been told to stop at the moment of the failure: it may be what the failure comes from. */
function explainStops(trace: Trace, time: number): string | undefined {
  const work = workOf(trace);
  const stopped = work.filter(({ aborted }) => aborted?.at === time).map(({ name }) => name);
  if (stopped.length === 0) return undefined;
  const cause = endedAt(work, { at: time }).find(({ ending }) => ending === 'failed');
  return `${were(stopped)} told to stop at ${time} ms${cause ? `, when ${cause.name} failed` : ''}.`;
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
  const idle = sayNeverStarted(trace);
  if (idle) return idle;
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
    return `${endedWhen(failed)}, somebody listened, and the caller was never told: is the promise settled on every way through your code, whoever has failed and whoever is done?`;
  }
  const last = Math.max(...workOf(trace).map(({ end }) => end?.at ?? Infinity));
  const over = Number.isFinite(last) ? `All work has ended, the last at ${last} ms. ` : '';
  return `${over}Some promise is awaited that nobody resolves: is resolve called on every way through your code?`;
}

function at(error: unknown, what = 'Thrown'): string | undefined {
  if (!isError(error))
    return 'What was thrown is no Error, so nobody can tell where it comes from: an Error keeps the line.';
  const place = placeOf(error);
  return place && `${what} at ${place}`;
}
