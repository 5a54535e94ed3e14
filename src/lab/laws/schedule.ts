/** Laws about when each piece of work starts, and when it ends. What departs first is told: the rest may come of it. */
import { were } from '../../text/english.ts';
import { endedAt, inFlightAt, isBefore, spansOf, timerAt, workOf } from '../trace/look.ts';
import { type Span, type Trace, timesOf } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './ending.ts';
import { endedWhen, howOften, wasAwaited, whenEnded } from './words.ts';

/** From which ms on the run is another than the schedule, and how. */
interface Departure {
  readonly at: number;
  readonly breach: Breach;
}

/** Exactly this work is started, each piece once and at its ms; when it ends is left open. */
export function toStartAt(
  trace: Trace,
  times: Readonly<Record<string, number>>,
): Breach | undefined {
  const work = workOf(trace);
  // What was started was started, also when all failed in the end; but a stub has done nothing.
  const breach = comesToAnEnd(trace);
  if (breach && (work.length === 0 || trace.outcome.kind !== 'failed')) return breach;
  const departures = Object.entries(times).flatMap(([name, at]) =>
    otherStarts(
      trace,
      name,
      workOf(trace).filter((span) => span.name === name),
      [at],
    ),
  );
  return firstOf([...departures, ...strangers(trace, times)]) ?? breach;
}

/** All work starts and ends exactly as the scenario's plan says. */
export function toRunAsPlanned(trace: Trace): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const plan = trace.plan ?? {};
  const departures = Object.entries(plan).flatMap(([name, entry]) => {
    const spans = spansOf(trace, name);
    const planned = timesOf(entry);
    // What ends late makes late what should start at that ms, and so comes first.
    const ends = otherEnds(
      trace,
      spans,
      planned.map(([, end]) => end),
    );
    return [
      ...ends,
      ...otherStarts(
        trace,
        name,
        spans,
        planned.map(([start]) => start),
      ),
    ];
  });
  return firstOf([...departures, ...strangers(trace, plan)]);
}

function firstOf(departures: Departure[]): Breach | undefined {
  return departures.sort((a, b) => a.at - b.at)[0]?.breach;
}

/** Where these, which all have this name, start at other times than at these, less often or more often. */
function otherStarts(
  trace: Trace,
  name: string,
  spans: readonly Span[],
  times: readonly number[],
): Departure[] {
  const departures = times.flatMap((at, i) => {
    const span = spans[i];
    return span && span.start.at !== at ? [startsElsewhen(trace, span, at)] : [];
  });
  const missing = times[spans.length];
  if (missing !== undefined) {
    const fact =
      spans.length === 0
        ? `${name} was never started; expected at ${missing} ms${whenEnded(trace, { at: missing })}.`
        : howOften(name, spans, times.length);
    departures.push({ at: missing, breach: { fact } });
  }
  const extra = spans[times.length];
  if (extra) {
    const possible =
      'Calling a function starts its work, each time and whether or not anybody awaits it.';
    const fact = howOften(name, spans, times.length);
    departures.push({ at: extra.start.at, breach: { fact, possible } });
  }
  return departures;
}

function startsElsewhen(trace: Trace, span: Span, at: number): Departure {
  return span.start.at > at
    ? { at, breach: startsLate(trace, span, at) }
    : { at: span.start.at, breach: startsEarly(trace, span, at) };
}

function startsLate(trace: Trace, span: Span, at: number): Breach {
  const { name, start } = span;
  const due = `${at} ms${whenEnded(trace, { at }, name)}`;
  const before = endedAt(workOf(trace), start).find(({ ending }) => ending === 'done');
  if (!before) {
    return {
      fact: `${name} was started at ${start.at} ms${whenEnded(trace, start)}; expected ${due}.`,
    };
  }
  return {
    fact: `${name} was started at ${start.at} ms, just when ${before.name} had ended; it could have started at ${due}.`,
    // What the CPU did, nobody has awaited.
    possible: before.kind === 'wait' ? wasAwaited(before, span) : undefined,
  };
}

/** What ends when it was due says nothing: by then the run is another one. */
function startsEarly(trace: Trace, { name, start }: Span, at: number): Breach {
  const work = workOf(trace);
  const busy = inFlightAt(work, start).map((other) => other.name);
  const meanwhile = busy.length > 0 ? `, while ${were(busy)} at work` : '';
  const isMeant =
    timerAt(trace, start.at) || endedAt(work, start).some(({ ending }) => ending === 'failed');
  return {
    fact: `${name} was started at ${start.at} ms${whenEnded(trace, start, name)}${meanwhile}; expected ${at} ms.`,
    possible: isMeant
      ? undefined
      : 'Calling a function starts its work, whether or not anybody awaits it.',
  };
}

/** Work that is not in the schedule at all. */
function strangers(trace: Trace, schedule: Readonly<Record<string, unknown>>): Departure[] {
  const work = workOf(trace);
  return work
    .filter(({ name }) => !(name in schedule))
    .map(({ name, start }) => {
      const done = work.findLast(({ end, ending }) => ending === 'done' && isBefore(end, start));
      const why = done ? `: ${endedWhen(done)}` : '';
      const fact = `${name} was started at ${start.at} ms, and should not have been${why}.`;
      return { at: start.at, breach: { fact } };
    });
}

/** Where these end at other times than at these. */
function otherEnds(trace: Trace, spans: readonly Span[], times: readonly number[]): Departure[] {
  return times.flatMap((at, i) => {
    const span = spans[i];
    if (!span || span.end?.at === at) return [];
    const how = span.end ? `ended at ${span.end.at} ms` : 'was still under way at the end';
    return {
      at: Math.min(at, span.end?.at ?? at),
      breach: {
        fact: `${span.name} ${how}; expected ${at} ms.`,
        possible: span.end ? explainEnd(trace, span, span.end.at, at) : undefined,
      },
    };
  });
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
