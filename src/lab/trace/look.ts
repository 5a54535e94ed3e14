/** What can be read off a trace: what was at work when, what ended then, what never began. */
import { EndlessError } from './runaway.ts';
import type { Span, Trace } from './trace.ts';

/** Spans of work: everything but the calls of the learner's own function, and heartbeats. */
export function workOf(trace: Trace): Span[] {
  return trace.spans.filter(({ kind }) => kind === 'wait' || kind === 'burn');
}

/** When the last thing of a run happened, in ms. */
export function endOf({ outcome, spans, marks }: Trace): number {
  const ends = spans.map((span) => (span.end ?? span.start).at);
  const times = [...ends, ...marks.map((mark) => mark.at)];
  // Timers that go on for ever are no news, however far they have driven the clock.
  const isEndless = outcome.kind === 'stopped' && outcome.reason instanceof EndlessError;
  return Math.max(0, ...(isEndless ? [] : [outcome.at]), ...times);
}
