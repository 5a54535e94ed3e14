/** Laws about how often: work started, timers set. */
import { count, list, was } from '../../text/english.ts';
import { isBefore, spansOf, workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { endedWhen, howOften } from './telling/words.ts';

/**
 * This piece of work is started so many times.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toStart(
  trace: Trace,
  name: string,
  times: number,
  because?: string,
): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const spans = spansOf(trace, name);
  if (spans.length === times) return undefined;
  return {
    fact: howOften(name, spans, times),
    possible:
      spans.length < times
        ? explainNoMore(spans) || because
        : (explainAgain(spans, times) ??
          because ??
          askAboutFailure(trace, spans, times) ??
          (times === 0
            ? 'Calling a function starts its work, even without await.'
            : 'Each call starts the work again. Call once: one promise can be awaited many times.')),
  };
}

/** Where what failed was not started again. */
function explainNoMore(spans: readonly Span[]): string | false | undefined {
  const failed = spans.find(({ ending }) => ending === 'failed');
  const isLast = !spans.some(({ start }) => failed && isBefore(failed.end, start));
  return (
    failed &&
    isLast &&
    `${endedWhen(failed)}, and was not started again. Is its promise kept? A rejected promise stays rejected.`
  );
}

/** Where it had failed before. */
function explainAgain(spans: readonly Span[], times: number): string | undefined {
  const own = failedBefore(spans, spans[times]);
  return own && `${endedWhen(own)}, and was started again after that.`;
}

/** Where other work had failed before, and this was not to be started at all. */
function askAboutFailure(trace: Trace, spans: readonly Span[], times: number): string | undefined {
  const other = times === 0 ? failedBefore(workOf(trace), spans[0]) : undefined;
  return (
    other &&
    `${endedWhen(other)}. Does your code go on after a failure? Let the error leave your function.`
  );
}

const failedBefore = (some: readonly Span[], span: Span | undefined) =>
  some.find(({ ending, end }) => ending === 'failed' && span && isBefore(end, span.start));

/**
 * The learner's code sets so many timers.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toSetTimers(trace: Trace, n: number, because?: string): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const { timers } = trace;
  if (timers.length === n) return undefined;
  const times = [...new Set(timers.map(({ armedAt, dueAt }) => `${armedAt} → ${dueAt}`))];
  const shown = times.length > 6 ? `${times.slice(0, 6).join(', ')}, …` : list(times);
  return {
    fact: `${count(timers.length, 'timer')} ${was(timers.length)} set${shown && ` (${shown} ms)`}; expected ${n}.`,
    possible:
      because ??
      (timers.length < n
        ? 'Does each call set a timer of its own?'
        : askAboutTimers(timers.length - n)),
  };
}

/** No timer of the learner's code fires again and again. */
export function toFireTimersOnce(trace: Trace): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const timer = trace.timers.find(({ fired }) => fired > 1);
  return (
    timer && {
      fact: `A timer that was set at ${timer.armedAt} ms fired ${timer.fired} times; expected once at most.`,
      possible: `Does your code poll? ${NO_POLL}`,
    }
  );
}

/**
 * Timers of the learner's code fire so many times at most, all of them together.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toFireTimersAtMost(trace: Trace, n: number, because?: string): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const fired = trace.timers.reduce((sum, timer) => sum + timer.fired, 0);
  if (fired <= n) return undefined;
  return {
    fact: `Timers fired ${count(fired, 'time')}; expected ${n} at most.`,
    possible: [fired - n > FEW && 'Does your code poll?', because ?? NO_POLL]
      .filter(Boolean)
      .join(' '),
  };
}

/** @param extra how many too many */
function askAboutTimers(extra: number): string {
  if (extra > FEW) return `Does your code poll? ${NO_POLL}`;
  return `What is ${extra === 1 ? 'that timer' : 'each of those timers'} for? A promise calls its handlers as soon as it settles, and needs no timer.`;
}

const NO_POLL = 'A timer calls its callback by itself when its time is over.';

/** Timers that may be time limits, or a wait of its own; who polls sets more. */
const FEW = 2;
