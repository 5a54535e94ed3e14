/** A law about the reason of a rejection, whatever it is: an Error is only the most usual one. */
import { quote } from '../../text/english.ts';
import { isBefore, workOf } from '../trace/look.ts';
import type { Moment, Span, Trace } from '../trace/trace.ts';
import { say, show } from '../trace/value.ts';
import { isError, isEvent, textIn } from '../trace/written.ts';
import { asShipped, endsWell, failedWork } from './ending.ts';
import { threwInstead } from './failure.ts';
import type { Breach } from './telling/breach.ts';
import { sayEmitted } from './telling/words.ts';

/**
 * Rejects with this very reason, compared by identity; at this ms where one is given.
 *
 * @param because says to a learner why it should have rejected, and then
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
      possible:
        explainThrown(trace, at) ?? joined(explainValue(outcome.at === at, reason), because),
    };
  }
  if (outcome.kind !== 'failed') return endsWell(trace, because);
  const stub = asShipped(trace);
  if (stub) return stub;
  if (outcome.thrown) return threwInstead(trace, `a rejection with ${show(reason)}`);
  if (!Object.is(outcome.error, reason)) {
    return {
      fact: `It rejected with ${show(outcome.error)} at ${outcome.at} ms; expected a rejection with ${show(reason)}.`,
      possible:
        explainOther(trace, outcome.error, reason) ??
        (isAmongErrors(outcome.error, reason)
          ? joined(AMONG, because ?? 'Pass on the reason itself: a caller compares it.')
          : joined(askOfOther(trace, outcome.error, reason), because)),
    };
  }
  if (at === undefined || outcome.at === at) return undefined;
  return {
    fact: `It rejected with ${show(reason)} at ${outcome.at} ms; expected at ${at} ms.`,
    possible: because,
  };
}

const joined = (...texts: (string | undefined)[]): string | undefined =>
  texts.filter(Boolean).join(' ') || undefined;

/** A callback that threw when the rejection should have come: it ran, and did not come to its end. */
function explainThrown({ uncaught }: Trace, at?: number): string | undefined {
  const thrown = uncaught.find((one) => one.at === at);
  if (thrown?.wasEmitted) return sayEmitted(thrown);
  return (
    thrown &&
    `At ${at} ms a callback threw ${quote(say(thrown.error))}, and the code after that line did not run.`
  );
}

function explainValue(isInTime: boolean, reason: unknown): string | undefined {
  if (!reason)
    return 'A promise may reject with any value. Does your code test the reason itself, as in if (error)?';
  return isInTime
    ? 'The time is right, but a promise that fulfils stands for success: reject.'
    : undefined;
}

/** What the other reason has to do with the one that was expected. */
function explainOther(trace: Trace, error: unknown, reason: unknown): string | undefined {
  if (isCopy(error, reason))
    return 'It looks the same, and is another object. Pass on the one that you caught: its stack and its class say what happened.';
  if (isEvent(error))
    return 'That is the event, which a listener gets as its argument. The reason is in `signal.reason`.';
  if (isError(error) && Object.hasOwn(error, 'cause') && Object.is(error.cause, reason))
    return 'The expected reason is the `cause` of that error. Pass on the reason itself: a caller compares it.';
  return failedWork(trace) || isAmongErrors(error, reason)
    ? undefined
    : explainCause(trace, reason);
}

function askOfOther(trace: Trace, error: unknown, reason: unknown): string | undefined {
  const culprit = failedWork(trace);
  // An undefined or a text may come from anywhere.
  if (culprit) return error instanceof Object ? sayCulprit(culprit) : undefined;
  const orTest = reason
    ? ''
    : ' Or does it test the reason itself, as in if (reason)? That may be any value.';
  if (error === undefined) {
    const orSignal = trace.hasSignal
      ? ' The reason of a signal is there only after the abort of that signal.'
      : '';
    return `Where does \`undefined\` come from?${orSignal}`;
  }
  return `Does your code make an error of its own? Pass on the reason as it is: a caller compares it.${orTest}`;
}

const sayCulprit = ({ name, end }: Span) =>
  `That is the error of ${quote(name)}, which failed at ${end?.at} ms.`;

/** Work that the expected reason came from, or was told to stop with it, before the rejection. */
function explainCause(trace: Trace, reason: unknown): string | undefined {
  const { outcome } = trace;
  const isIt = (other: unknown) => Object.is(other, reason);
  for (const { name, ending, end, error, aborted, reason: told } of workOf(trace)) {
    if (ending === 'failed' && isIt(error) && isBefore(end, outcome))
      return `${quote(name)} failed with the expected reason at ${end?.at} ms. ${explainLater(trace, end)}`;
    if (isIt(told) && isBefore(aborted, outcome))
      return `${quote(name)} had been told to stop with the expected reason at ${aborted?.at} ms. An error that comes after that is a consequence: reject with the reason of the signal, which is the cause.${reason ? '' : ' A reason may be any value: ask whether the signal is `aborted`, not whether it has a reason.'}`;
  }
  return undefined;
}

const AMONG = 'The expected reason is in the `errors` of that AggregateError.';

const isAmongErrors = (error: unknown, reason: unknown): boolean =>
  isError(error) &&
  error instanceof AggregateError &&
  Array.isArray(error.errors) &&
  error.errors.some((one) => Object.is(one, reason));

/** Why the reason of work that failed then is not the one of the rejection. */
function explainLater(trace: Trace, end: Moment | null): string {
  const { outcome } = trace;
  const stopped = workOf(trace).find(
    ({ aborted, reason }) =>
      aborted && isBefore(end, aborted) && outcome.kind === 'failed' && reason === outcome.error,
  );
  return stopped
    ? `${quote(stopped.name)} was told to stop after that, and this is its error: keep the first failure.`
    : 'Pass on the reason as it is: a caller compares it.';
}

function isCopy(error: unknown, reason: unknown): boolean {
  return (
    isError(error) && isError(reason) && textIn(error, 'message') === textIn(reason, 'message')
  );
}
