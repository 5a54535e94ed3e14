/** What several laws say of a run, in the same words. */
import { count, list, were } from '../../text/english.ts';
import { endedAt, neverStarted, type When, workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';

/** `a failed` or `a was done`. */
function endedHow({ name, ending }: Span): string {
  return `${name} ${ending === 'failed' ? 'failed' : 'was done'}`;
}

/** `a failed at 30 ms`; of work that has ended. */
export function endedWhen(span: Span): string {
  return `${endedHow(span)} at ${span.end?.at} ms`;
}

/**
 * `, when a failed`: what came to its own end at that ms, or just before that moment; empty where nothing did.
 *
 * @param but whose end is no news, because it is the one that is spoken of
 */
export function whenEnded(trace: Trace, when: When, but?: string): string {
  const ended = endedAt(workOf(trace), when).filter(
    ({ name, ending }) => ending !== 'aborted' && name !== but,
  );
  return ended.length > 0 ? `, when ${list(ended.map(endedHow))}` : '';
}

/** `a (until 30 ms) and b (without end) were still at work`; empty where there are none. */
export function stillAtWork(spans: readonly Span[]): string {
  const names = spans.map(
    ({ name, end }) => `${name} (${end ? `until ${end.at} ms` : 'without end'})`,
  );
  return names.length > 0 ? `${were([...new Set(names)])} still at work` : '';
}

/** `a and b were never started.` of work that was handed out; undefined where all was started. */
export function sayNeverStarted(trace: Trace): string | undefined {
  const names = neverStarted(trace);
  return names.length > 0 ? `${were(names)} never started.` : undefined;
}

/** `a was started 2 times (at 0 and 30 ms); expected 1 time.` */
export function howOften(
  name: string,
  spans: readonly Span[],
  times: number,
  verb = 'started',
): string {
  const when = list(spans.map(({ start }) => `${start.at}`));
  const found =
    spans.length > 0 ? `${verb} ${count(spans.length, 'time')} (at ${when} ms)` : `never ${verb}`;
  return `${name} was ${found}; expected ${times > 0 ? count(times, 'time') : 'never'}.`;
}

/** What made it start only when the other one had ended, where somebody may have awaited that. */
export function wasAwaited(before: Span, span: Span): string {
  return `Was ${before.name} awaited before ${span.name} was called? Start both, and await then.`;
}
