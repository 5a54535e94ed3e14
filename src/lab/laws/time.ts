/** Laws about when and how much at once: makespan, peak concurrency, overlap, the whole schedule. */

import { count, list } from '../../text/english.ts';
import { workOf } from '../trace/look.ts';
import { type Span, type Trace, timesOf } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { explainHands } from './cpu.ts';
import { comesToAnEnd } from './outcome.ts';

/** Its makespan is so many ms. */
export function takes(trace: Trace, ms: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const took = trace.outcome.at;
  if (took === ms) return undefined;
  return {
    fact: `It took ${took} ms; expected ${ms} ms.`,
    possible: took > ms ? explainSlow(trace, took, ms) : explainFast(trace, took),
  };
}

function explainSlow(trace: Trace, took: number, ms: number): string {
  const work = workOf(trace);
  const sum = work.reduce((total, span) => total + lengthOf(span), 0);
  const idle = gap(work, took);
  const hands = explainHands(trace, took - ms);
  if (took === sum && work.length > 1 && peakOf(work) === 1) {
    return `That is the sum of all the work: one piece ran after another.${hands ? ` ${hands}` : latecomer(trace)}`;
  }
  if (hands) return hands;
  if (idle) {
    const nothing = `From ${idle[0]} to ${idle[1]} ms nothing was under way at all`;
    const timer = trace.timers.find(({ fired, dueAt }) => fired > 0 && dueAt === idle[1]);
    return timer
      ? `${nothing} but a timer, set at ${timer.armedAt} ms. Whoever awaits a promise hears at once: nobody has to ask every now and then, or to guess how long it takes.`
      : `${nothing}.`;
  }
  return `${took - ms} ms were lost.${latecomer(trace)}`;
}

function explainFast(trace: Trace, took: number): string | undefined {
  const early = workOf(trace).filter((span) => span.end === null || span.end.at > took);
  if (early.length > 0) {
    const names = list(
      early.map(({ name, end }) => `${name}${end ? ` (until ${end.at} ms)` : ''}`),
    );
    return `When it was over, ${names} ${early.length === 1 ? 'was' : 'were'} still at work: nobody waited.`;
  }
  const idle = offersNeverStarted(trace);
  if (idle.length > 0) return `${list(idle)} ${idle.length === 1 ? 'was' : 'were'} never started.`;
  const peak = peakOf(workOf(trace));
  return peak > 1
    ? `${peak} pieces of work were under way together: calling a function starts its work, whoever awaits it.`
    : undefined;
}

/** Exactly so many pieces of work are in flight when there is work for so many. */
export function peaksAt(trace: Trace, n: number): Breach | undefined {
  const work = workOf(trace);
  const peak = peakOf(work);
  if (peak === n) return undefined;
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  if (peak > n) {
    const { span, others } = firstAbove(work, n);
    return {
      fact: `${span.name} was started at ${span.start.at} ms, while ${list(others)} ${others.length === 1 ? 'was' : 'were'} still at work: ${peak} in flight, and ${n} ${n === 1 ? 'is' : 'are'} promised.`,
      possible:
        n === 1
          ? 'Calling a function starts its work. Call each one only when the one before it has ended.'
          : `Call the next one only when fewer than ${n} are in flight.`,
    };
  }
  return {
    fact:
      peak === 0
        ? 'No work was ever started.'
        : `At most ${peak} ${peak === 1 ? 'piece of work was' : 'pieces of work were'} in flight at a time; ${n} ${n === 1 ? 'is' : 'are'} promised.`,
    possible: latecomer(trace).trim() || sayNeverStarted(trace),
  };
}

/** These are all in flight at one time. */
export function overlaps(trace: Trace, names: readonly string[]): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const missing = names.find((name) => !trace.spans.some((span) => span.name === name));
  if (missing) return { fact: `${missing} was never started.` };
  const spans = names.map((name) => trace.spans.find((span) => span.name === name) as Span);
  for (const span of spans) {
    const before = spans.find(
      (other) => other !== span && other.end && other.end.order < span.start.order,
    );
    if (before?.end) return { fact: `${apart(span, before)}.`, possible: advice(span, before) };
  }
  return undefined;
}

/** Every piece of work starts and ends exactly when the plan says. */
export function runsAsPlanned(trace: Trace): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const plan = trace.plan ?? {};
  for (const [name, times] of Object.entries(plan)) {
    const spans = trace.spans.filter((span) => span.name === name);
    const planned = timesOf(times);
    if (spans.length === 0) return { fact: `${name} was never started.` };
    for (const [i, [start, end]] of planned.entries()) {
      const span = spans[i];
      if (!span)
        return {
          fact: `${name} was started ${count(spans.length, 'time')}; expected ${planned.length}.`,
        };
      if (span.start.at !== start) return startedAt(trace, span, start);
      if (span.end?.at !== end) return endedAt(trace, span, end);
    }
    if (spans.length > planned.length) {
      return {
        fact: `${name} was started ${count(spans.length, 'time')}; expected ${planned.length}.`,
        possible:
          'Calling a function starts its work, each time and whether or not anybody awaits it.',
      };
    }
  }
  const extra = workOf(trace).find(({ name }) => !(name in plan));
  return (
    extra && {
      fact: `${extra.name} was started at ${extra.start.at} ms, and should not have been.`,
    }
  );
}

function startedAt(trace: Trace, span: Span, expected: number): Breach {
  const others = workOf(trace).filter(
    ({ start, end }) => start.order < span.start.order && (!end || end.order > span.start.order),
  );
  if (span.start.at < expected) {
    const busy = others.map(({ name }) => name);
    return {
      fact: `${span.name} was started at ${span.start.at} ms${busy.length > 0 ? `, while ${list(busy)} ${busy.length === 1 ? 'was' : 'were'} still at work` : ''}; expected ${expected} ms.`,
      possible: 'Calling a function starts its work, whether or not anybody awaits it.',
    };
  }
  const before = workOf(trace).find(
    ({ end }) => end && end.at === span.start.at && end.order < span.start.order,
  );
  return {
    fact: `${span.name} was started at ${span.start.at} ms${before ? `, just when ${before.name} had ended` : ''}; it could have started at ${expected} ms.`,
    possible: before && advice(span, before),
  };
}

function endedAt(trace: Trace, span: Span, expected: number): Breach {
  return {
    fact: `${span.name} ${span.end ? `ended at ${span.end.at} ms` : 'was still under way at the end'}; expected ${expected} ms.`,
    possible: span.end ? explainEnd(trace, span, span.end.at, expected) : undefined,
  };
}

function explainEnd(trace: Trace, span: Span, end: number, expected: number): string | undefined {
  return end < expected
    ? explainEarlyEnd(trace, span, end)
    : explainLateEnd(trace, span, end, expected);
}

function explainEarlyEnd({ timers }: Trace, span: Span, end: number): string | undefined {
  if (span.kind !== 'call') return undefined;
  const ignored = timers.find(({ armedAt, dueAt }) => armedAt === span.start.at && dueAt > end);
  if (ignored)
    return `A timer was set, due at ${ignored.dueAt} ms, and nobody waited for it. setTimeout gives no promise: when it is time, it calls what it was given.`;
  return end === span.start.at
    ? 'It waited for nothing. Was something called at once that should be handed over, to be called when it is time?'
    : undefined;
}

function explainLateEnd(
  trace: Trace,
  span: Span,
  end: number,
  expected: number,
): string | undefined {
  const planned = expected - span.start.at;
  if (planned > 0 && end - span.start.at === planned * 1000)
    return 'That is 1000 times as long: times are in milliseconds, not in seconds.';
  const before = trace.spans.find(
    (other) => other !== span && other.end && other.end.at === end - planned,
  );
  return before?.end && before.end.at > span.start.at
    ? `Its ${planned} ms began only when ${before.name} had ended, at ${before.end.at} ms: one waited for the other.`
    : undefined;
}

/** The highest number of spans in flight at one time. */
export function peakOf(spans: readonly Span[]): number {
  let peak = 0;
  for (const span of spans) peak = Math.max(peak, inFlightAt(spans, span).length + 1);
  return peak;
}

/** Spans at work when this one was started. */
function inFlightAt(spans: readonly Span[], { start }: Span): Span[] {
  return spans.filter(
    (other) => other.start.order < start.order && (!other.end || other.end.order > start.order),
  );
}

function firstAbove(spans: readonly Span[], n: number): { span: Span; others: string[] } {
  const span = spans.find((candidate) => inFlightAt(spans, candidate).length + 1 > n) as Span;
  return { span, others: inFlightAt(spans, span).map(({ name }) => name) };
}

function sayNeverStarted(trace: Trace): string | undefined {
  const idle = offersNeverStarted(trace);
  return idle.length === 0
    ? undefined
    : `${list(idle)} ${idle.length === 1 ? 'was' : 'were'} never started.`;
}

/** The first piece of work that was started late, and what its caller was waiting for. */
function latecomer(trace: Trace): string {
  const work = workOf(trace);
  for (const span of work) {
    const offer = trace.offers.find(({ name }) => name === span.name);
    const before = work.find(
      ({ end }) => end && end.order < span.start.order && end.at === span.start.at,
    );
    const again = work.some(
      ({ name, start }) => name === span.name && start.order < span.start.order,
    );
    if (!offer || !before || again || offer.made.at >= span.start.at) continue;
    return ` ${span.name} was started at ${span.start.at} ms, just when ${before.name} had ended; there was room for it at ${offer.made.at} ms. ${advice(span, before)}`;
  }
  return '';
}

function apart(span: Span, before: Span): string {
  return `${span.name} was started at ${span.start.at} ms, when ${before.name} had ended (at ${before.end?.at} ms): they were never under way together`;
}

function advice(span: Span, before: Span): string {
  return `Was ${before.name} awaited before ${span.name} was called? Start both, and await then.`;
}

function offersNeverStarted(trace: Trace): string[] {
  return trace.offers
    .map(({ name }) => name)
    .filter((name) => !trace.spans.some((span) => span.name === name));
}

/** A stretch of time before `until` in which nothing was under way. */
function gap(spans: readonly Span[], until: number): [number, number] | undefined {
  let busyUntil = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start.at - b.start.at)) {
    if (start.at > busyUntil) return [busyUntil, start.at];
    busyUntil = Math.max(busyUntil, end?.at ?? Infinity);
  }
  return busyUntil < until ? [busyUntil, until] : undefined;
}

function lengthOf({ start, end }: Span): number {
  return end ? end.at - start.at : 0;
}
