/** Laws about how often: work started, timers set. */
import { count, list, was } from '../../text/english.ts';
import { spansOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './ending.ts';
import { howOften } from './words.ts';

/** This piece of work is started so many times. */
export function toStart(trace: Trace, name: string, times: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const spans = spansOf(trace, name);
  if (spans.length === times) return undefined;
  return {
    fact: howOften(name, spans, times),
    possible: spans.length > times ? explainStarts(spans, times) : explainNoMore(spans),
  };
}

/** Where what failed was not started again. */
function explainNoMore(spans: readonly Span[]): string | undefined {
  const failed = spans.find(({ ending }) => ending === 'failed');
  return (
    failed &&
    `${failed.name} had failed at ${failed.end?.at} ms, and it was not tried again: a failure that is kept can never be mended.`
  );
}

function explainStarts(spans: readonly Span[], times: number): string {
  const failed = spans.find(({ kind, ending }) => kind === 'burn' && ending === 'failed');
  if (failed && failed !== spans.at(-1))
    return `${failed.name} had failed at ${failed.end?.at} ms, and was called again after that.`;
  return times === 0
    ? 'Calling a function starts its work, whether or not anybody awaits it.'
    : 'Each call starts the work anew; the promise that one call gives can be awaited by any number.';
}

/** The learner's code sets so many timers. */
export function toSetTimers(trace: Trace, n: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const { timers } = trace;
  if (timers.length === n) return undefined;
  const times = [...new Set(timers.map(({ armedAt, dueAt }) => `${armedAt} → ${dueAt}`))];
  const shown = times.length > 6 ? `${times.slice(0, 6).join(', ')}, …` : list(times);
  return {
    fact: `${count(timers.length, 'timer')} ${was(timers.length)} set${shown && ` (${shown} ms)`}; expected ${n}.`,
    possible:
      timers.length > n
        ? 'A timer calls when its time has come: nobody has to ask every now and then.'
        : undefined,
  };
}
