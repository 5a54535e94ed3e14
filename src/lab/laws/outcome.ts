/** Laws about how a run settles: with which value, or with which error. */
import { isDeepStrictEqual } from 'node:util';
import { quoted } from '../../text/english.ts';
import { endedAt, isBefore, neverStarted, timerAt, workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { say, show } from '../trace/value.ts';
import { isError, textIn } from '../trace/written.ts';
import { asShipped, endsWell, expecting, failedWork, isAbort } from './ending.ts';
import { failsAs, type Named } from './failure.ts';
import type { Breach } from './telling/breach.ts';
import { explainStuck } from './telling/deadlock.ts';
import { explainLatecomer } from './telling/explain-slow.ts';
import { askAboutGap, askAboutValue, explainValue } from './telling/explain-value.ts';
import { endsBefore } from './telling/unref.ts';
import { askNeverStarted, endedWhen, notEnded, sayNeverStarted } from './telling/words.ts';

type Failed = Extract<Trace['outcome'], { kind: 'failed' }>;
type Returned = Extract<Trace['outcome'], { kind: 'returned' }>;

/** Fulfils with this value, compared whole; `because` says why to a learner, where the run itself proves nothing. */
export function toGive(trace: Trace, expected: unknown, because?: string): Breach | undefined {
  const breach = endsWell(trace);
  if (breach) return failedInstead(trace, expected, breach, because);
  const { value, at } = trace.outcome as Returned;
  const fact = `It fulfilled with ${show(value)} at ${at} ms; expected ${show(expected)}.`;
  try {
    if (isDeepStrictEqual(value, expected)) {
      if (isSame(trace, value, expected)) return undefined;
      return {
        fact,
        possible:
          'It looks the same, but it is a copy. Pass on the object that the work fulfilled with.',
      };
    }
    const possible =
      explainValue(trace, value, expected) ?? because ?? askAboutValue(value, expected);
    return { fact, possible };
  } catch (error) {
    return { fact, possible: `Reading that value throws an error: ${say(error)}` };
  }
}

/**
 * Of two that look the same: whether what work fulfilled or failed with is the very same object in both.
 *
 * @param isWhole it is the outcome itself, of which a trace has a copy
 */
function isSame(trace: Trace, value: unknown, expected: unknown, isWhole = true): boolean {
  if (typeof expected !== 'object' || expected === null || value === expected) return true;
  if (trace.spans.some(({ gave, error }) => gave === expected || error === expected)) return false;
  // Work may have fulfilled with a list of values, and each of them is passed on.
  const isItem = trace.spans.some(({ gave }) => Array.isArray(gave) && gave.includes(expected));
  if (isItem && !isWhole) return false;
  return Object.entries(expected).every(([key, item]) =>
    isSame(trace, (value as Record<string, unknown>)[key], item, false),
  );
}

/** The breach of a run that did not fulfil, and the value that was expected. */
function failedInstead(
  trace: Trace,
  expected: unknown,
  breach: Breach,
  because: string | undefined,
): Breach {
  const possible = explainNoValue(trace, because ?? askAboutGap(expected)) ?? breach.possible;
  return { ...expecting(trace, breach, `it to fulfil with ${show(expected)}`), possible };
}

/** @param about what the spec or the expected value says about it */
function explainNoValue(trace: Trace, about: string | undefined): string | undefined {
  const { outcome, unhandled, uncaught } = trace;
  const culprit = failedWork(trace);
  if (culprit) {
    const question = about ?? 'Should one failure decide the whole result?';
    return `That is the error of '${culprit.name}', which failed at ${culprit.end?.at} ms. ${question}`;
  }
  if (outcome.kind === 'deadlock' && (endsBefore(trace) || explainStuck(trace))) return undefined;
  if (outcome.kind === 'deadlock' && unhandled.length + uncaught.length === 0) return about;
  if (outcome.kind !== 'failed' || !about) return undefined;
  return [about, endsWell(trace)?.possible].filter(Boolean).join(' ');
}

/**
 * Rejects with the same error that work failed with, known by its message; at this ms where one is given.
 * With `{ name }`, rejects with an error that the code makes itself, or with that reason of the signal that told
 * work to stop.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toFailWith(
  trace: Trace,
  expected: string | Named,
  at?: number,
  because?: string,
): Breach | undefined {
  if (typeof expected !== 'string') return failsAs(trace, expected, at, because);
  const message = expected;
  const { outcome } = trace;
  if (outcome.kind === 'returned') {
    return {
      fact: `It fulfilled with ${show(outcome.value)} at ${outcome.at} ms; expected a rejection with ${show(message)}.`,
      possible: explainSwallowed(trace, outcome, message) ?? because,
    };
  }
  const untouched = asShipped(trace);
  if (untouched) return untouched;
  const rejection = `a rejection with ${show(message)}`;
  if (outcome.kind !== 'failed') return expecting(trace, endsWell(trace) as Breach, rejection);
  if (outcome.error === message)
    return {
      fact: `It rejected with a text, ${show(message)}; expected an Error with that message.`,
      possible: 'A text has no stack, so its line is not known. Use new Error(message).',
    };
  if (!says(outcome.error, message)) {
    const breach = endsWell(trace) as Breach;
    const possible = explainOtherFailure(trace, outcome, message) ?? because ?? breach.possible;
    return { ...expecting(trace, breach, rejection), possible };
  }
  const original = trace.spans.find(({ error }) => says(error, message));
  const own = failedWork(trace);
  if (original && !own) {
    return {
      fact: `It rejected with another error that has the same message, ${show(message)}; expected the same object.`,
      possible: 'Pass on the error that you got: its stack and its class say what happened.',
    };
  }
  if (at !== undefined && outcome.at !== at) {
    return {
      fact: `It rejected with ${show(message)} at ${outcome.at} ms; expected at ${at} ms.`,
      possible: (own && explainOtherTime(trace, own, at)) ?? because,
    };
  }
  return undefined;
}

const says = (error: unknown, message: string) =>
  isError(error) && textIn(error, 'message') === message;

/** What the rejection waited for, after the work had failed or before it began; or what began too early. */
function explainOtherTime(trace: Trace, own: Span, at: number): string | undefined {
  const { outcome } = trace;
  if (!own.end) return undefined;
  if (outcome.at < at)
    return `'${own.name}' ran from ${own.start.at} to ${own.end.at} ms. Was it started too early?`;
  if (own.end.at === outcome.at) return explainLatecomer(trace);
  const failed = `'${own.name}' had failed at ${own.end.at} ms.`;
  const [other] = endedAt(workOf(trace), outcome);
  if (other) return `${failed} '${other.name}' ended at ${outcome.at} ms: was it awaited first?`;
  return timerAt(trace, outcome.at)
    ? `${failed} A timer of your code fired at ${outcome.at} ms: does your code poll?`
    : `${failed} What did your code await after that?`;
}

/** Where the failure that was meant had come before the rejection with another error. */
function explainOtherFailure(trace: Trace, outcome: Failed, message: string): string | undefined {
  const work = workOf(trace);
  const cause = work.find((span) => says(span.error, message));
  if (!cause?.end || !isBefore(cause.end, outcome))
    return explainLatecomer(trace) ?? askNeverStarted(trace);
  const { name, end } = cause;
  const stopped = work.filter(({ aborted }) => aborted && isBefore(end, aborted));
  const culprit = failedWork(trace);
  const isOfStopping =
    isAbort(outcome.error) || (!culprit && stopped.some((span) => span.end?.at === outcome.at));
  if (stopped.length > 0 && isOfStopping) {
    const names = quoted(stopped.map((span) => span.name));
    const verb = stopped.length === 1 ? 'was' : 'were';
    return `'${name}' had failed at ${end.at} ms, and ${names} ${verb} told to stop after that. An error from stopping is a consequence: reject with the first error, which is the cause.`;
  }
  if (!culprit) {
    return `'${name}' failed with the expected error at ${end.at} ms, but this is another one. Pass on the error object that you got.`;
  }
  if (!culprit.end || !isBefore(end, culprit.end)) return undefined;
  return `'${name}' had failed at ${end.at} ms, before '${culprit.name}'. Does your code wait for '${culprit.name}', or for all, before it looks at '${name}'?`;
}

/** What became of the error that should have been the outcome. */
function explainSwallowed(trace: Trace, outcome: Returned, message: string): string | undefined {
  const failed = workOf(trace).filter(({ ending }) => ending === 'failed');
  const cause = failed.find(({ error }) => says(error, message)) ?? failed[0];
  if (!cause) {
    if (neverStarted(trace).length > 0)
      return `${sayNeverStarted(trace)} Call what was passed in: only work that was started can fail.`;
    const busy = notEnded(trace, outcome);
    return busy === '' ? undefined : `It did not wait for all work: ${busy}.`;
  }
  if (!isBefore(cause.end, outcome))
    return `${endedWhen(cause)}, after that. Your code did not await '${cause.name}'.`;
  const { error } = cause;
  const { value } = outcome;
  if (value === error || (Array.isArray(value) && value.includes(error)))
    return `${endedWhen(cause)}, and its error became a value. Throw the error: a caller does not look for one in the result.`;
  const isUnhandled = trace.unhandled.some((one) => one.error === error && one.handledAt === null);
  return isUnhandled
    ? `${endedWhen(cause)}, and its rejection has no handler. Your code did not await '${cause.name}'.`
    : `${endedWhen(cause)}. That error was handled, but not passed on. Does a catch turn it into a value?`;
}
