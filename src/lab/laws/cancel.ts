/** Laws about stopping work: who was told to stop and when, and that nobody was left at work. */
import { notOverAt, spansOf, workOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './ending.ts';
import { stillAtWork, whenEnded } from './words.ts';

/** Exactly this work is told to stop, each piece at its ms. */
export function toAbort(trace: Trace, times: Readonly<Record<string, number>>): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  for (const { name, aborted, end } of workOf(trace)) {
    const at = times[name];
    if (aborted?.at === at) continue;
    const told =
      aborted && `${name} was told to stop at ${aborted.at} ms${whenEnded(trace, aborted)}`;
    if (at === undefined) return { fact: `${told}; nobody should have stopped it.` };
    const expected = `${at} ms${whenEnded(trace, { at })}`;
    if (told) return { fact: `${told}; expected ${expected}.` };
    return {
      fact: `${name} was never told to stop${end ? `: it went on until ${end.at} ms` : ''}; expected at ${expected}.`,
      possible:
        'Ignoring a promise does not stop the work behind it: somebody must tell it. An AbortController does that for whoever was given its signal.',
    };
  }
  const missing = Object.keys(times).find((name) => spansOf(trace, name).length === 0);
  return missing === undefined ? undefined : { fact: `${missing} was never started.` };
}

/** The caller hears only when no work is under way any more. */
export function toSettleLast(trace: Trace): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const busy = stillAtWork(notOverAt(workOf(trace), trace.outcome));
  if (busy === '') return undefined;
  return {
    fact: `The caller heard at ${trace.outcome.at} ms, when ${busy}.`,
    possible:
      'Telling work to stop is not the end of it: wait until each promise has settled, and only then let the caller hear.',
  };
}
