/** Laws about when each piece of work starts, and when it ends. What departs first is told: the rest may come of it. */
import { few, quote, were } from '../../text/english.ts';
import { endedAt, inFlightAt, isBefore, spansOf, timerAt, workOf } from '../trace/look.ts';
import { type PlannedEnding, type Span, type Trace, timesOf } from '../trace/trace.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { endedWhen, howOften, wasAwaited, whenEnded } from './telling/words.ts';

/** When all that runs under a name starts, in ms; and when it ends, and how, where that is not left open. */
type Schedule = Readonly<
  Record<string, readonly (readonly [start: number, end?: number, how?: PlannedEnding])[]>
>;

/** From which ms on the run is another than the schedule, and how. */
interface Departure {
  readonly at: number;
  readonly breach: Breach;
  /** What else happened at that moment. */
  readonly seen?: string | undefined;
  /** What may be behind it, where the spec does not know better. */
  readonly question?: string | undefined;
}

/**
 * Exactly this work is started, each piece once and at its ms; when it ends is left open.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toStartAt(
  trace: Trace,
  times: Readonly<Record<string, number>>,
  because?: string,
): Breach | undefined {
  // What was started was started, also when all failed in the end; but a stub has done nothing.
  const breach = comesToAnEnd(trace);
  const work = workOf(besideTheScene(trace, times));
  if (breach && (work.length === 0 || trace.outcome.kind !== 'failed')) return breach;
  const starts = Object.entries(times).map(([name, at]) => [name, [[at]]] as const);
  return departsFrom(trace, Object.fromEntries(starts), because) ?? breach;
}

/**
 * All work starts and ends exactly as the scenario's plan says.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toRunAsPlanned(trace: Trace, because?: string): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const planned = Object.entries(trace.plan ?? {}).map(([name, entry]) => [name, timesOf(entry)]);
  return departsFrom(trace, Object.fromEntries(planned), because);
}

/** Without what the scene itself waits for and computes, where the schedule does not name it. */
function besideTheScene(trace: Trace, schedule: Readonly<Record<string, unknown>>): Trace {
  const spans = trace.spans.filter(({ name, ofScene }) => !ofScene || name in schedule);
  return { ...trace, spans };
}

function departsFrom(whole: Trace, schedule: Schedule, because?: string): Breach | undefined {
  const trace = besideTheScene(whole, schedule);
  const departures = Object.entries(schedule).flatMap(([name, times]) =>
    departuresOf(trace, name, times, schedule),
  );
  const [first] = [...departures, ...strangers(trace, schedule)].sort((a, b) => a.at - b.at);
  if (!first) return undefined;
  const { breach, seen, question } = first;
  const possible = [seen, because ?? question].filter(Boolean).join(' ');
  return { ...breach, possible: breach.possible ?? (possible || undefined) };
}

function departuresOf(
  trace: Trace,
  name: string,
  times: Schedule[string],
  schedule: Schedule,
): Departure[] {
  const spans = spansOf(trace, name);
  const departures = times.flatMap(([start, end, how], i) => {
    const span = spans[i];
    if (!span)
      return i === spans.length ? [isMissing(trace, name, start, times.length, schedule)] : [];
    return [
      ...(span.start.at === start ? [] : [startsElsewhen(trace, span, start)]),
      ...(end === undefined || span.end?.at === end ? [] : [endsElsewhen(trace, span, end, how)]),
    ];
  });
  const extra = spans[times.length];
  if (!extra) return departures;
  const breach = { fact: howOften(name, spans, times.length) };
  const question =
    'Each call starts the work again. Call once: one promise can be awaited many times.';
  return [...departures, { at: extra.start.at, breach, question }];
}

function isMissing(
  trace: Trace,
  name: string,
  at: number,
  times: number,
  schedule: Schedule,
): Departure {
  const spans = spansOf(trace, name);
  const instead = startedInstead(trace, at, schedule);
  const fact =
    spans.length === 0
      ? `${quote(name)} was never started; expected at ${at} ms${whenEnded(trace, { at })}.${instead}`
      : howOften(name, spans, times);
  if (instead) return { at, breach: { fact } };
  const busy = workOf(trace).find(({ start, end }) => start.at < at && (!end || end.at > at));
  const until = busy?.end ? `until ${busy.end.at} ms` : 'to the end';
  const question = busy
    ? `${quote(busy.name)} was running ${until}. Did your code await it first?`
    : 'Does your code come to that call?';
  return { at, breach: { fact }, question };
}

function startsElsewhen(trace: Trace, span: Span, at: number): Departure {
  return span.start.at > at ? startsLate(trace, span, at) : startsEarly(trace, span, at);
}

function startsLate(trace: Trace, span: Span, at: number): Departure {
  const { name, start } = span;
  const expected = `expected at ${at} ms${whenEnded(trace, { at }, name)}`;
  const before = endedAt(workOf(trace), start).find(({ ending }) => ending === 'done');
  const when = before ? `, just when ${quote(before.name)} had ended` : whenEnded(trace, start);
  return {
    at,
    breach: {
      fact: `${quote(name)} was started at ${start.at} ms${when}; ${expected}.`,
    },
    // CPU work is not awaited.
    ...(before?.kind === 'wait'
      ? { question: wasAwaited(before, span) }
      : whatStarted(trace, span)),
  };
}

/** Whose end was due then is not told: by then the run is another one. */
function startsEarly(trace: Trace, span: Span, at: number): Departure {
  const { name, start } = span;
  const work = workOf(trace);
  const busy = inFlightAt(work, start).map((other) => quote(other.name));
  const meanwhile = busy.length > 0 ? `, while ${were(busy)} running` : '';
  const followsWait = endedAt(work, start).some(({ kind }) => kind === 'wait');
  return {
    at: start.at,
    breach: {
      fact: `${quote(name)} was started at ${start.at} ms${whenEnded(trace, start, name)}${meanwhile}; expected at ${at} ms.`,
    },
    ...(whatStarted(trace, span) ?? (followsWait ? undefined : howStarted(trace, span))),
  };
}

/** By a call, or in a microtask, where it was perhaps awaited. */
function howStarted({ returned }: Trace, { start }: Span): Pick<Departure, 'seen' | 'question'> {
  return start.at === returned.at && !isBefore(start, returned)
    ? {
        seen: 'It was started in a microtask, when the call had returned.',
        question: 'Does a then() start it, or an async function that returns it?',
      }
    : { question: 'Calling a function starts its work, even without await.' };
}

/** A timer that fired at the ms of its start, or work that had just stopped. */
function whatStarted(
  trace: Trace,
  { name, start }: Span,
): Pick<Departure, 'seen' | 'question'> | undefined {
  const question = `Did that start ${quote(name)}?`;
  const timer = timerAt(trace, start.at);
  if (timer) {
    // The run does not know for what time it was asked.
    const least =
      timer.dueAt - timer.armedAt === 1 ? ' (A timer of 0 ms, or less, takes 1 ms.)' : '';
    return {
      seen: `A timer fired at ${start.at} ms, which was set at ${timer.armedAt} ms.${least}`,
      question,
    };
  }
  const stopped = endedAt(workOf(trace), start).find(({ ending }) => ending === 'aborted');
  return (
    stopped && {
      seen: `${quote(stopped.name)} was told to stop at ${stopped.aborted?.at} ms, and stopped at ${start.at} ms.`,
      question,
    }
  );
}

/** What began first, from that ms on, of all that was not expected then. */
function startedInstead(trace: Trace, at: number, schedule: Schedule): string {
  const strange = workOf(trace).filter(
    ({ name, start }) =>
      start.at >= at && !schedule[name]?.some(([expected]) => expected === start.at),
  );
  const ms = strange[0]?.start.at;
  const then = strange.filter(({ start }) => start.at === ms);
  const names = [...new Set(then.map(({ name }) => quote(name)))];
  const said = names.length > MOST + 1 ? `${few(names, MOST)} were` : were(names);
  return ms === undefined ? '' : ` At ${ms} ms, ${said} started instead.`;
}

/** As many names as a sentence can hold, if there are more. */
const MOST = 4;

/** Work that is not in the schedule at all. */
function strangers(trace: Trace, schedule: Schedule): Departure[] {
  const work = workOf(trace);
  return work
    .filter(({ name }) => !(name in schedule))
    .map((span) => {
      const { name, start } = span;
      const done = work.findLast(({ end, ending }) => ending === 'done' && isBefore(end, start));
      const why = done ? ` ${endedWhen(done)}.` : '';
      const fact = `${quote(name)} was started at ${start.at} ms; expected: not at all.${why}`;
      return { at: start.at, breach: { fact }, ...whatStarted(trace, span) };
    });
}

function endsElsewhen(
  trace: Trace,
  span: Span,
  at: number,
  { aborted, fails }: PlannedEnding = {},
): Departure {
  const { name, end } = span;
  if (!end) {
    const fact = `${quote(name)} was still running at the end; expected it to end at ${at} ms.`;
    return { at, breach: { fact } };
  }
  const isOther = span.kind === 'call' && fails === (span.ending === 'done');
  const how = isOther ? `to ${fails ? 'reject' : 'fulfil'} ` : '';
  const fact = `${endedWhen(span)}; expected ${how}at ${at} ms.`;
  if (end.at < at)
    return {
      at: end.at,
      breach: { fact, possible: explainEarlyEnd(trace, span, end.at, at) },
      question: askAboutNoTime(span, end.at),
    };
  const told = toldTooLate(trace, span, aborted);
  const timer = askAboutTimer(trace, end.at);
  const seen = [told, timer.seen].filter(Boolean).join(' ');
  const possible =
    explainLateEnd(trace, span, end.at, at) ??
    (told ? undefined : askOfOthers(trace, span, end.at, at));
  return { at, breach: { fact, possible }, ...timer, seen };
}

/** It was to end earlier because it was to be told to stop: then it has waited for nothing. */
function toldTooLate(trace: Trace, { aborted }: Span, at?: number): string | undefined {
  if (at === undefined || (aborted && aborted.at <= at)) return undefined;
  const told = aborted
    ? `was told to stop at ${aborted.at} ms${whenEnded(trace, aborted)}`
    : 'was not told to stop';
  return `It ${told}; expected at ${at} ms${whenEnded(trace, { at })}.`;
}

/** @param expected no timer that is due later is what it should have waited for */
function explainEarlyEnd(
  trace: Trace,
  span: Span,
  end: number,
  expected: number,
): string | undefined {
  if (span.kind !== 'call' || span.ending !== 'done') return undefined;
  const ignored = trace.timers.find(
    ({ armedAt, dueAt, clearedAt }) =>
      armedAt === span.start.at &&
      dueAt > end &&
      dueAt <= expected &&
      (clearedAt === null || clearedAt > end),
  );
  return (
    ignored &&
    `A timer was set for ${ignored.dueAt} ms, and the call did not wait for it. setTimeout returns no promise: it calls its callback when the time is over.`
  );
}

function askAboutNoTime({ kind, ending, start }: Span, end: number): string | undefined {
  return kind === 'call' && ending === 'done' && end === start.at
    ? 'No time passed on the virtual clock. Was a callback called, instead of passed on? (Code that blocks the thread does not count as waiting.)'
    : undefined;
}

function explainLateEnd(
  trace: Trace,
  span: Span,
  end: number,
  expected: number,
): string | undefined {
  const planned = expected - span.start.at;
  const took = end - span.start.at;
  if (planned > 0 && took === planned * 1000)
    return 'That is 1000 times as long: times are in milliseconds, not in seconds.';
  const cleared = trace.timers.find(
    ({ dueAt, clearedAt }) => dueAt === expected && clearedAt !== null && clearedAt < expected,
  );
  if (cleared)
    return `A timer that was due at ${expected} ms was cleared at ${cleared.clearedAt} ms. Did another call clear it?`;
  return undefined;
}

/** What ended so long before it, or with it, and may be what it waited for. */
function askOfOthers(trace: Trace, span: Span, end: number, expected: number): string | undefined {
  const planned = expected - span.start.at;
  const others = trace.spans.filter((other) => other.kind === span.kind && other !== span);
  const before = others.find((other) => other.end?.at === end - planned);
  if (planned > 0 && before?.end && before.end.at > span.start.at)
    return `${endedWhen(before)}, ${planned} ms before that. Did one wait for the other?`;
  const beside = others.find((other) => other.end?.at === end && other.start.at <= span.start.at);
  if (beside && span.kind === 'call')
    return `${endedWhen(beside)} as well. Did one wait for the other, or do the two share a promise or a timer?`;
  return undefined;
}

/** A timer that fired when something ended late. */
function askAboutTimer(trace: Trace, end: number): Partial<Departure> {
  const timer = timerAt(trace, end);
  if (!timer) return {};
  const { armedAt, dueAt } = timer;
  return {
    seen: `A timer of ${dueAt - armedAt} ms was set at ${armedAt} ms, and fired at ${end} ms.`,
    question: 'Is that the right time?',
  };
}
