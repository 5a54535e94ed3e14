/** Laws about the sources of a scene: when each item was asked for, and that a source is closed. */
import { count, ordinal, quote, was, were } from '../../text/english.ts';
import { inFlightAt, isBefore, spansOf, workOf } from '../trace/look.ts';
import type { Moment, Span, Trace } from '../trace/trace.ts';
import { asShipped, comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { endedWhen, whenEnded } from './telling/words.ts';

/** What was asked was asked, also when all failed in the end; where nothing was, the failure says more. */
function beforeAll(trace: Trace, isSomethingExpected: boolean): Breach | undefined {
  if (trace.outcome.kind !== 'failed') return comesToAnEnd(trace);
  const hasAsked = trace.spans.some(({ kind }) => kind === 'source');
  return asShipped(trace) ?? (isSomethingExpected && !hasAsked ? comesToAnEnd(trace) : undefined);
}

/**
 * Exactly so many items of these sources are asked for, each at its ms. (To ask on after the last one is free.)
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toAsk(
  trace: Trace,
  times: Readonly<Record<string, readonly number[]>>,
  because?: string,
): Breach | undefined {
  const breach = beforeAll(
    trace,
    Object.values(times).some(({ length }) => length > 0),
  );
  if (breach) return breach;
  const departures = Object.entries(times).flatMap(([name, expected]) => {
    const asked = spansOf(trace, name);
    const wrong = expected.findIndex((at, i) => asked[i]?.start.at !== at);
    const i = wrong < 0 ? expected.length : wrong;
    if (!asked[i] && wrong < 0) return [];
    return [departsAt(trace, name, i, expected[i], asked[i], because)];
  });
  return departures.sort((a, b) => a.at - b.at)[0]?.breach;
}

/** @param i the number of the item, from 0; no time where no further one is expected */
function departsAt(
  trace: Trace,
  name: string,
  i: number,
  at: number | undefined,
  span: Span | undefined,
  because: string | undefined,
): { at: number; breach: Breach } {
  const item = `The ${ordinal(i + 1)} item of ${quote(name)}`;
  if (!span) {
    const only = i === 0 ? 'Nothing' : `Only ${count(i, 'item')}`;
    const fact = `${only} of ${quote(name)} ${was(Math.max(i, 1))} asked for; expected the ${ordinal(i + 1)} one at ${at} ms${whenEnded(trace, { at: at as number })}.`;
    return { at: at as number, breach: { fact, possible: because } };
  }
  const { start } = span;
  const asked = `${item} was asked for at ${start.at} ms${whenEnded(trace, start)}`;
  if (at === undefined || start.at < at) {
    const expected = at === undefined ? 'not at all' : `at ${at} ms`;
    const fact = `${asked}${meanwhile(trace, start)}; expected${at === undefined ? ':' : ''} ${expected}.`;
    return { at: start.at, breach: { fact, possible: because ?? askAboutFailure(trace, start) } };
  }
  const fact = `${asked}; expected at ${at} ms${whenEnded(trace, { at })}.`;
  return { at, breach: { fact, possible: because } };
}

/** `, while 'a' and 'b' were running`; empty where nothing was. */
function meanwhile(trace: Trace, moment: Moment): string {
  const busy = inFlightAt(workOf(trace), moment).map(({ name }) => quote(name));
  return busy.length > 0 ? `, while ${were(busy)} running` : '';
}

function askAboutFailure(trace: Trace, moment: Moment): string | undefined {
  const failed = workOf(trace).find(
    ({ ending, end }) => ending === 'failed' && isBefore(end, moment),
  );
  return failed && `${endedWhen(failed)}. Does your code read on after a failure?`;
}

/**
 * Exactly these sources are closed, each at its ms. What has ended or failed by itself is not closed any more.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toClose(
  trace: Trace,
  times: Readonly<Record<string, number>>,
  because?: string,
): Breach | undefined {
  const breach = beforeAll(trace, Object.keys(times).length > 0);
  if (breach) return breach;
  for (const [name, at] of Object.entries(times)) {
    const closing = closingOf(trace, name);
    if (closing?.start.at !== at) return closesElsewhen(trace, name, at, closing, because);
  }
  const extra = trace.spans.find(
    ({ name, kind }) =>
      kind === 'source' && name.startsWith(CLOSE) && !(name.slice(CLOSE.length) in times),
  );
  if (!extra) return undefined;
  const name = quote(extra.name.slice(CLOSE.length));
  const fact = `${name} was closed at ${extra.start.at} ms${whenEnded(trace, extra.start)}; expected: not at all.`;
  return { fact, possible: because };
}

const CLOSE = 'close ';

const closingOf = (trace: Trace, name: string) => spansOf(trace, CLOSE + name)[0];

function closesElsewhen(
  trace: Trace,
  name: string,
  at: number,
  closing: Span | undefined,
  because: string | undefined,
): Breach {
  const expected = `expected at ${at} ms${whenEnded(trace, { at })}`;
  if (!closing) {
    const fact = `${quote(name)} was never closed; ${expected}.`;
    return { fact, possible: [because, WHO_CLOSES].filter(Boolean).join(' ') };
  }
  const { start } = closing;
  const other = trace.spans.find(
    ({ name, kind, end }) =>
      kind === 'source' && name.startsWith(CLOSE) && end?.at === start.at && isBefore(end, start),
  );
  return {
    fact: `${quote(name)} was closed at ${start.at} ms${whenEnded(trace, start)}; ${expected}.`,
    possible: other
      ? `${quote(other.name.slice(CLOSE.length))} had just been closed. Closing takes time: close all of them first, then wait.`
      : because,
  };
}

const WHO_CLOSES =
  'A generator that is not read to its end comes to its `finally` only by `return()`. A for loop that is left calls `return()` of the iterator by itself; code that calls `next()` has to call it, too.';
