/** Laws about when each piece of work starts, and when it ends. What departs first is told: the rest may come of it. */
import { were } from '../../text/english.ts';
import { endedAt, inFlightAt, isBefore, spansOf, timerAt, workOf } from '../trace/look.ts';
import { type Span, type Trace, timesOf } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './ending.ts';
import { endedWhen, howOften, wasAwaited, whenEnded } from './words.ts';

/** When all that runs under a name starts, in ms; and when it ends, where that is not left open. */
type Schedule = Readonly<Record<string, readonly (readonly [start: number, end?: number])[]>>;

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
  // What was started was started, also when all failed in the end; but a stub has done nothing.
  const breach = comesToAnEnd(trace);
  if (breach && (workOf(trace).length === 0 || trace.outcome.kind !== 'failed')) return breach;
  const starts = Object.entries(times).map(([name, at]) => [name, [[at]]] as const);
  return departsFrom(trace, Object.fromEntries(starts)) ?? breach;
}

/** All work starts and ends exactly as the scenario's plan says. */
export function toRunAsPlanned(trace: Trace): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const planned = Object.entries(trace.plan ?? {}).map(([name, entry]) => [
    name,
    timesOf(entry).map(([start, end]) => [start, end] as const),
  ]);
  return departsFrom(trace, Object.fromEntries(planned));
}

function departsFrom(trace: Trace, schedule: Schedule): Breach | undefined {
  const departures = Object.entries(schedule).flatMap(([name, times]) =>
    departuresOf(trace, name, times),
  );
  const [first] = [...departures, ...strangers(trace, schedule)].sort((a, b) => a.at - b.at);
  return first?.breach;
}

function departuresOf(trace: Trace, name: string, times: Schedule[string]): Departure[] {
  const spans = spansOf(trace, name);
  const departures = times.flatMap(([start, end], i) => {
    const span = spans[i];
    if (!span) return i === spans.length ? [isMissing(trace, name, start, times.length)] : [];
    return [
      ...(span.start.at === start ? [] : [startsElsewhen(trace, span, start)]),
      ...(end === undefined || span.end?.at === end ? [] : [endsElsewhen(trace, span, end)]),
    ];
  });
  const extra = spans[times.length];
  if (!extra) return departures;
  const breach = {
    fact: howOften(name, spans, times.length),
    possible: 'Calling a function starts its work, each time and whether or not anybody awaits it.',
  };
  return [...departures, { at: extra.start.at, breach }];
}

function isMissing(trace: Trace, name: string, at: number, times: number): Departure {
  const spans = spansOf(trace, name);
  const fact =
    spans.length === 0
      ? `${name} was never started; expected at ${at} ms${whenEnded(trace, { at })}.`
      : howOften(name, spans, times);
  return { at, breach: { fact } };
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
    timerAt(trace, start.at) || endedAt(work, start).some(({ kind }) => kind === 'wait');
  return {
    fact: `${name} was started at ${start.at} ms${whenEnded(trace, start, name)}${meanwhile}; expected ${at} ms.`,
    possible: isMeant
      ? undefined
      : 'Calling a function starts its work, whether or not anybody awaits it.',
  };
}

/** Work that is not in the schedule at all. */
function strangers(trace: Trace, schedule: Schedule): Departure[] {
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

function endsElsewhen(trace: Trace, span: Span, at: number): Departure {
  const { name, end } = span;
  if (!end)
    return { at, breach: { fact: `${name} was still under way at the end; expected ${at} ms.` } };
  return {
    at: Math.min(at, end.at),
    breach: {
      fact: `${name} ended at ${end.at} ms; expected ${at} ms.`,
      possible:
        end.at < at
          ? explainEarlyEnd(trace, span, end.at)
          : explainLateEnd(trace, span, end.at, at),
    },
  };
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
