/** How a run comes to its end, which must be well before anything can be said about the way there. */
import { quote, were } from '../../text/english.ts';
import { endedAt, workOf } from '../trace/look.ts';
import { placeOf } from '../trace/place.ts';
import { HungryError } from '../trace/runaway.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { isUntouched } from '../trace/untouched.ts';
import { say, show } from '../trace/value.ts';
import { isError, textIn } from '../trace/written.ts';
import type { Breach } from './telling/breach.ts';
import { deadlock } from './telling/deadlock.ts';

type Failed = Extract<Trace['outcome'], { kind: 'failed' }>;

/**
 * It comes to an end: with a value, or with the failure of a piece of its work, which the scenario
 * meant. What must hold before anything can be said about the way there.
 */
export function comesToAnEnd(trace: Trace): Breach | undefined {
  return failedWork(trace) ? undefined : endsWell(trace);
}

/** The piece of work whose error is the error of the whole. */
export function failedWork({ outcome, spans }: Trace): Span | undefined {
  if (outcome.kind !== 'failed') return undefined;
  // A call fails with the error of the code itself.
  return spans.find(
    ({ kind, ending, error }) =>
      kind !== 'call' && ending === 'failed' && Object.is(error, outcome.error),
  );
}

/** What a stub says that is not written yet: it keeps many a law, because it does nothing at all. */
export function asShipped(trace: Trace): Breach | undefined {
  const { outcome } = trace;
  return outcome.kind === 'failed' && isUntouched(outcome.error) ? endsWell(trace) : undefined;
}

/**
 * It comes to an end, and fulfils.
 *
 * @param about what the spec says to a learner, where a deadlock has left no trace of its cause
 */
export function endsWell(trace: Trace, about?: string): Breach | undefined {
  const { outcome } = trace;
  switch (outcome.kind) {
    case 'returned':
      return undefined;
    case 'deadlock':
      return deadlock(trace, about);
    case 'stopped':
      if (outcome.reason instanceof HungryError)
        return { fact: `Stopped: ${outcome.reason.message}`, picture: false };
      return {
        fact: `Stopped at ${outcome.at} ms: ${outcome.reason.message}`,
        possible: whereFrom(outcome.reason, 'Found'),
      };
    case 'failed':
      return failed(trace, outcome);
  }
}

/** The breach of a run that did not end well, and below it what was expected; where it was stopped, only why. */
export function expecting(trace: Trace, breach: Breach, expected: string): Breach {
  if (trace.outcome.kind === 'stopped' || notWritten(trace)) return breach;
  return { ...breach, fact: `${breach.fact}\nExpected ${expected}.` };
}

/** There is no code yet that could be judged. */
function notWritten({ outcome }: Trace): Breach | undefined {
  if (outcome.kind !== 'failed') return undefined;
  const { error } = outcome;
  return isUntouched(error)
    ? { fact: (error as Error).message, picture: false }
    : explainMissing(error);
}

function failed(trace: Trace, { error, thrown, at }: Failed): Breach {
  const unwritten = notWritten(trace);
  if (unwritten) return unwritten;
  const call = thrown ? undefined : callThatFailed(trace, error);
  return {
    fact: thrown
      ? `It threw synchronously at ${at} ms: ${say(error)}`
      : `It rejected at ${at} ms with: ${say(error)}${call ? `\n${call}` : ''}`,
    possible: failedWork(trace)
      ? undefined
      : (explainStops(trace, at) ??
        explainStopped(trace, error) ??
        explainOwnError(trace, error) ??
        explainThrown(error)),
    picture: trace.spans.length > 0 || trace.marks.length > 0,
  };
}

/** Which of several calls it was. */
function callThatFailed({ spans }: Trace, error: unknown): string | undefined {
  const calls = spans.filter(({ kind }) => kind === 'call');
  const failed = calls.filter((call) => call.ending === 'failed' && Object.is(call.error, error));
  const [call] = failed;
  if (calls.length === 1 || failed.length !== 1 || !call) return undefined;
  return `That is ${quote(call.name)}, which was called at ${call.start.at} ms.`;
}

/** A name that is not there was called: an export of the kata by its spec, or by the kata something it imports. */
function explainMissing(error: unknown): Breach | undefined {
  const [, name, wanted] =
    /__vi\w*_import_\d+__\.(\w+)\)? is not a (function|constructor)/.exec(say(error)) ?? [];
  if (!name) return undefined;
  const kind = wanted === 'function' ? 'function' : 'class';
  const place = placeOf(error);
  return place
    ? {
        fact: `There is no ${kind} named '${name}' in the module that it is imported from.`,
        possible: `It is used at ${place}. Is the name spelt as in that module?`,
        picture: false,
      }
    : {
        fact: `The kata's file exports no ${kind} named '${name}'.`,
        possible: `Keep the name, and the word 'export' before it without 'default', as in the stub: export … ${name}.`,
        picture: false,
      };
}

/** Whether it is how work reports that it was told to stop. */
export const isAbort = (error: unknown) => isError(error) && textIn(error, 'name') === 'AbortError';

/** Which work has just stopped, where the error is how it reports that. */
function explainStopped(trace: Trace, error: unknown): string | undefined {
  if (!isAbort(error)) return undefined;
  const { at } = trace.outcome;
  const span = endedAt(workOf(trace), { at }).find(({ ending }) => ending === 'aborted');
  if (!span?.aborted) return undefined;
  return `${quote(span.name)} was told to stop at ${span.aborted.at} ms, and stopped at ${at} ms. It reports that with an AbortError. A stop that was asked for is no failure: do not reject with it.`;
}

/** What was told to stop at the moment of the failure: the error may come from that. */
function explainStops(trace: Trace, at: number): string | undefined {
  const work = workOf(trace);
  const stopped = work.filter(({ aborted }) => aborted?.at === at);
  const [first] = stopped;
  if (!first?.aborted) return undefined;
  const cause = endedAt(work, first.aborted).find(({ ending }) => ending === 'failed');
  const names = were(stopped.map(({ name }) => quote(name)));
  return `${names} told to stop at ${at} ms${cause ? `, when ${quote(cause.name)} failed` : ''}. Does the error come from that?`;
}

/** Work had just failed with another error than that of the whole. */
function explainOwnError(trace: Trace, error: unknown): string | undefined {
  const { at } = trace.outcome;
  const failed = endedAt(workOf(trace), { at }).find(({ ending }) => ending === 'failed');
  if (!failed) return undefined;
  const was = `${quote(failed.name)} failed at ${at} ms with ${say(failed.error)}`;
  // An Error is said by its message, which may be the text of the value that it was made of.
  return isError(error) && !isError(failed.error)
    ? `${was}, and this is ${show(error)}. Pass on what you got, whatever it is.`
    : `${was}. That is another error: pass on the one that you got.`;
}

/** A method of promises that not every value has; else only the line. */
function explainThrown(error: unknown): string | undefined {
  const where = whereFrom(error);
  if (/^TypeError: .* of undefined \(reading '(then|catch|finally)'\)$/.test(say(error)))
    return `That was undefined; expected a promise. Does a function of your code return nothing, as a \`return\` is missing? ${where ?? ''}`.trim();
  return /\.(then|catch|finally)\b.* is not a function$/.test(say(error))
    ? `A plain value has no then(), and a thenable may have no catch() or finally(). await and Promise.resolve() accept them all. ${where ?? ''}`.trim()
    : where;
}

/** Where the error was made, or why that cannot be said. */
function whereFrom(error: unknown, what = 'Thrown'): string | undefined {
  if (!isError(error))
    return 'That is not an Error, so it has no stack, and its line is not known.';
  const place = placeOf(error);
  return place && `${what} at ${place}`;
}
