/** Laws about stopping work: who was told to stop and when, and that nobody was left at work. */

import { list } from '../../text/english.ts';
import { workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './outcome.ts';

/** Exactly this work is told to stop, each piece at its ms. */
export function aborts(
  trace: Trace,
  expected: Readonly<Record<string, number>>,
): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  for (const span of workOf(trace)) {
    const at = expected[span.name];
    if (at === undefined && span.aborted) {
      return {
        fact: `${span.name} was told to stop at ${span.aborted.at} ms${causeAt(trace, span.aborted.at)}; nobody should have stopped it.`,
      };
    }
    if (at === undefined || span.aborted?.at === at) continue;
    if (span.aborted) {
      return {
        fact: `${span.name} was told to stop at ${span.aborted.at} ms${causeAt(trace, span.aborted.at)}; expected ${at} ms${causeAt(trace, at)}.`,
      };
    }
    return {
      fact: `${span.name} was never told to stop${span.end ? `: it went on until ${span.end.at} ms` : ''}; expected at ${at} ms${causeAt(trace, at)}.`,
      possible:
        'Ignoring a promise does not stop the work behind it: somebody must tell it. An AbortController does that for whoever was given its signal.',
    };
  }
  const missing = Object.keys(expected).find(
    (name) => !trace.spans.some((span) => span.name === name),
  );
  return missing === undefined ? undefined : { fact: `${missing} was never started.` };
}

/** `, when a failed`; empty where no work ended then. */
export function causeAt(trace: Trace, at: number): string {
  const cause = workOf(trace).find(
    ({ end, ending }) => end?.at === at && (ending === 'failed' || ending === 'done'),
  );
  return cause ? `, when ${cause.name} ${cause.ending === 'failed' ? 'failed' : 'was done'}` : '';
}

/** The caller hears only when no work is under way any more. */
export function settlesLast(trace: Trace): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const early = workOf(trace).filter(
    (span: Span) => !span.end || span.end.order > trace.outcome.order,
  );
  if (early.length === 0) return undefined;
  const names = early.map(
    ({ name, end }) => `${name} (${end ? `until ${end.at} ms` : 'without end'})`,
  );
  return {
    fact: `The caller heard at ${trace.outcome.at} ms, when ${list(names)} ${early.length === 1 ? 'was' : 'were'} still at work.`,
    possible:
      'Telling work to stop is not the end of it: wait until each promise has settled, and only then let the caller hear.',
  };
}
