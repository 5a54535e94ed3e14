/** What can be read off a trace: what was at work when, what ended then, what never began. */
import { EndlessError } from './runaway.ts';
import type { Mark, Moment, Span, TimerRecord, Times, Trace } from './trace.ts';

/** A moment of a run, or the whole of one ms. */
export type When = Pick<Moment, 'at'> & Partial<Moment>;

/** Spans of work: everything but the calls of the learner's own function, and heartbeats. */
export function workOf(trace: Trace): Span[] {
  return trace.spans.filter(({ kind }) => kind === 'wait' || kind === 'burn');
}

/** Work of our own CPU; no two of these are ever in flight at one time. Other threads have a core each. */
export function burnsOf(trace: Trace): Span[] {
  return trace.spans.filter(({ kind, thread }) => kind === 'burn' && thread === undefined);
}

/** All that ran under this name, in the order in which it was started. */
export function spansOf(trace: Trace, name: string): Span[] {
  return trace.spans.filter((span) => span.name === name);
}

/** Lines logged; events from outside are none, nor are the lines that the learner is to foresee. */
export function linesOf(trace: Trace): Mark[] {
  return trace.marks.filter(({ kind }) => kind === 'log');
}

/** Lines logged, and those that no picture shows, as the learner is to foresee them. */
export function linesToForesee(trace: Trace): Mark[] {
  return trace.marks.filter(({ kind }) => kind !== 'event');
}

/** Lines logged before the call gave control back to its caller. */
export function linesInTheCall(trace: Trace): Mark[] {
  return linesOf(trace).filter((mark) => isBefore(mark, trace.returned));
}

/** Whether it had happened by that moment, or by the end of that ms; what has never happened had not. */
export function isBefore(some: Moment | null, { at, order = Infinity }: When): boolean {
  return some !== null && (some.at < at || (some.at === at && some.order < order));
}

/** Those that had begun by that moment, and had not ended. */
export function inFlightAt(spans: readonly Span[], moment: Moment): Span[] {
  return spans.filter(({ start, end }) => isBefore(start, moment) && !isBefore(end, moment));
}

/** The highest number of these that are in flight at one time. */
export function peakOf(spans: readonly Span[]): number {
  return spans.reduce((peak, { start }) => Math.max(peak, inFlightAt(spans, start).length + 1), 0);
}

/** Those that had not ended by then, whether or not they had begun. */
export function notOverAt(spans: readonly Span[], when: When): Span[] {
  return spans.filter(({ end }) => !isBefore(end, when));
}

/** Those that ended at that ms; of a moment, those that had ended just before it. */
export function endedAt(spans: readonly Span[], when: When): Span[] {
  return spans.filter(({ end }) => end?.at === when.at && isBefore(end, when));
}

/** Names of the work that was handed out, and that nobody started. */
export function neverStarted(trace: Trace): string[] {
  return trace.offers.map(({ name }) => name).filter((name) => spansOf(trace, name).length === 0);
}

/** The learner's timer that fired when it was due, at this ms. */
export function timerAt(trace: Trace, ms: number): TimerRecord | undefined {
  return trace.timers.find(({ fired, dueAt }) => fired > 0 && dueAt === ms);
}

/** Stretches in which none of these was in flight: from the beginning to the last start, or to this ms. */
export function idleTimes(spans: readonly Span[], until = 0): Times[] {
  let busyUntil = 0;
  const idle: Times[] = [];
  for (const { start, end } of spans) {
    if (start.at > busyUntil) idle.push([busyUntil, start.at]);
    busyUntil = Math.max(busyUntil, end?.at ?? Infinity);
  }
  return busyUntil < until ? [...idle, [busyUntil, until]] : idle;
}

/** In ms. */
export function lengthOf([from, to]: Times): number {
  return to - from;
}

/** How long all of these took together, one laid behind the other, in ms; what never ended counts for nothing. */
export function totalOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + (end ? end.at - start.at : 0), 0);
}

/** When the last thing of a run happened, in ms. */
export function endOf({ outcome, spans, marks, deals, levels, contexts }: Trace): number {
  const ends = spans.map((span) => (span.end ?? span.start).at);
  const noted = [...marks, ...deals, ...levels, ...contexts];
  const times = [...ends, ...noted.map(({ at }) => at)];
  // Timers that go on forever are no news, however far they have driven the clock.
  const isEndless = outcome.kind === 'stopped' && outcome.reason instanceof EndlessError;
  return Math.max(0, ...(isEndless ? [] : [outcome.at]), ...times);
}
