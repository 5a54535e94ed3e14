/** Laws about stopping work: what was told to stop and when, and that none of it was left running. */
import { quote, quoted, was } from '../../text/english.ts';
import { endedAt, notOverAt, spansOf, workOf } from '../trace/look.ts';
import type { Moment, Span, Trace } from '../trace/trace.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { notEnded, whenEnded } from './telling/words.ts';

/**
 * Exactly this work is told to stop, each piece at its ms.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toAbort(
  trace: Trace,
  times: Readonly<Record<string, number>>,
  because?: string,
): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  // What departs first is told: the rest may come of it.
  const when = ({ name, aborted }: Span) =>
    Math.min(aborted?.at ?? Infinity, times[name] ?? Infinity);
  const others = workOf(trace).filter(({ name, aborted }) => aborted?.at !== times[name]);
  const [span] = others.sort((a, b) => when(a) - when(b));
  if (span) {
    const at = times[span.name];
    return span.aborted
      ? stoppedElsewhen(trace, span, span.aborted, at, because)
      : neverStopped(trace, span, at as number, because);
  }
  const missing = Object.keys(times).find((name) => spansOf(trace, name).length === 0);
  if (missing === undefined) return undefined;
  return {
    fact: `${quote(missing)} was never started; expected it to run, and to be told to stop at ${times[missing]} ms.`,
    possible: because ?? 'Does your code await other work before it comes to that call?',
  };
}

function stoppedElsewhen(
  trace: Trace,
  { name, startsAborted }: Span,
  aborted: Moment,
  at: number | undefined,
  because: string | undefined,
): Breach {
  if (startsAborted && at === undefined) {
    return {
      fact: `${quote(name)} was started at ${aborted.at} ms with a signal that had already been aborted; expected one that is not aborted.`,
      possible: because,
    };
  }
  const told = `${quote(name)} was told to stop at ${aborted.at} ms${whenEnded(trace, aborted)}`;
  if (at === undefined) return { fact: `${told}; expected: not at all.`, possible: because };
  const possible = (at < aborted.at ? explainLate(trace, aborted) : undefined) ?? because;
  return { fact: `${told}; expected at ${at} ms${whenEnded(trace, { at })}.`, possible };
}

/** What else had just stopped when it was told to: perhaps that was awaited. */
function explainLate(trace: Trace, aborted: Moment): string | undefined {
  const before = endedAt(workOf(trace), aborted).find(({ ending }) => ending === 'aborted');
  return (
    before &&
    `${quote(before.name)} had just stopped, at ${before.end?.at} ms. Was that awaited first? Tell all of them to stop first, then wait.`
  );
}

function neverStopped(
  trace: Trace,
  { name, end }: Span,
  at: number,
  because: string | undefined,
): Breach {
  const until = end ? `, and ran until ${end.at} ms` : '';
  const others = workOf(trace).filter(({ aborted }) => aborted);
  const names = others.map((other) => other.name);
  return {
    fact: `${quote(name)} was not told to stop${until}; expected at ${at} ms${whenEnded(trace, { at })}.`,
    possible:
      because ??
      (others.length > 0
        ? `${quoted(names)} ${was(names.length)} told to stop. Tell every job that is still running: abort its signal, or call its cancel().`
        : 'Ignoring a promise does not stop its work. Tell every job that is still running to stop: abort its signal, or call its cancel().'),
  };
}

/**
 * No work is told to stop after its end.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toAbortOnlyRunning(trace: Trace, because?: string): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const span = workOf(trace).find(({ toldLater }) => toldLater);
  if (!span) return undefined;
  const after = span.end?.at === span.toldLater?.at ? 'just after its end' : `${sayEnd(span)}`;
  return {
    fact: `${quote(span.name)} was told to stop at ${span.toldLater?.at} ms, ${after}; expected: not at all.`,
    possible:
      because ??
      'Work that has ended needs no abort, and its result may still depend on the signal: the body of a response does.',
  };
}

const sayEnd = ({ ending, end }: Span) =>
  `and it had ${ending === 'failed' ? 'failed' : 'ended'} at ${end?.at} ms`;

/** It settles only when no work is running any more. */
export function toSettleLast(trace: Trace): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const { outcome } = trace;
  const busy = notOverAt(workOf(trace), outcome);
  if (busy.length === 0) return undefined;
  const last = Math.max(...busy.map(({ end }) => end?.at ?? Infinity));
  const expected = Number.isFinite(last) ? `at ${last} ms` : 'when all had ended';
  return {
    fact: `It settled at ${outcome.at} ms, when ${notEnded(trace, outcome)}; expected ${expected}.`,
    possible: busy.every(({ aborted }) => aborted)
      ? 'Work that was told to stop needs time to end. Wait until each promise has settled, and settle after that.'
      : 'Wait until each promise has settled, also those that you do not need any more, and settle after that.',
  };
}
