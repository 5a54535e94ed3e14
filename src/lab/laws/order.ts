/** Laws about how often work is started, which lines are logged, how many timers are set. */
import { isDeepStrictEqual } from 'node:util';
import { count, list } from '../../text/english.ts';
import { workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { isUntouched } from '../trace/untouched.ts';
import { say, show } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd, endsWell } from './outcome.ts';

/** This piece of work is started so many times. */
export function starts(trace: Trace, name: string, times: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const spans = trace.spans.filter((span) => span.name === name);
  if (spans.length === times) return undefined;
  const when = spans.length > 0 ? ` (at ${list(spans.map(({ start }) => `${start.at}`))} ms)` : '';
  return {
    fact: `${name} was ${spans.length === 0 ? 'never started' : `started ${count(spans.length, 'time')}`}${when}; expected ${times === 0 ? 'never' : count(times, 'time')}.`,
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

/** It logs exactly these lines, each at its ms. */
export function logs(
  trace: Trace,
  expected: readonly (readonly [number, string])[],
): Breach | undefined {
  const lines = trace.marks.map(({ at, line }) => [at, line] as const);
  if (isDeepStrictEqual(lines, expected)) return undefined;
  return comesToAnEnd(trace) ?? compareLines(trace, lines, expected);
}

/** Work that nobody waited for, if there is any. */
function stillAtWork(trace: Trace, at: number): string | undefined {
  const busy = workOf(trace).filter(({ start, end }) => start.at <= at && (!end || end.at > at));
  if (busy.length === 0) return undefined;
  const names = busy.map(({ name, end }) => `${name}${end ? ` (until ${end.at} ms)` : ''}`);
  return `${list(names)} ${busy.length === 1 ? 'was' : 'were'} still at work then: nobody awaited it.`;
}

/** Work whose end was the moment when a late line came. */
function heldUp(trace: Trace, at: number, wanted: number): string | undefined {
  const held = workOf(trace).find(({ start, end }) => start.at <= wanted && end?.at === at);
  return held && `That was when ${held.name} had ended: was it awaited first?`;
}

/** A failure at this time, instead of which there was to be a line. */
function unheardAt(trace: Trace, at: number): string | undefined {
  const unheard = trace.unhandled.find((rejection) => rejection.at === at);
  return (
    unheard &&
    `A failure came at that time, and nobody heard it: ${say(unheard.error)}. A promise that may fail needs somebody who listens from the moment it exists.`
  );
}

function compareLines(
  trace: Trace,
  lines: readonly (readonly [number, string])[],
  expected: readonly (readonly [number, string])[],
): Breach {
  const wrong = expected.findIndex((entry, i) => !isDeepStrictEqual(entry, lines[i]));
  const got = lines[wrong === -1 ? expected.length : wrong];
  const want = expected[wrong];
  if (!want)
    return { fact: `It logged ${show(got?.[1])} at ${got?.[0]} ms; nothing more was expected.` };
  if (!got) {
    return {
      fact: `It never logged ${show(want[1])}; expected at ${want[0]} ms.`,
      possible: unheardAt(trace, want[0]),
    };
  }
  if (got[1] === want[1]) {
    return {
      fact: `It logged ${show(got[1])} at ${got[0]} ms; expected at ${want[0]} ms.`,
      possible: got[0] < want[0] ? stillAtWork(trace, got[0]) : heldUp(trace, got[0], want[0]),
    };
  }
  return {
    fact: `It logged ${show(got[1])} at ${got[0]} ms; expected ${show(want[1])} at ${want[0]} ms.`,
  };
}

/** These lines, and no others, are logged before the call gives control back to its caller. */
export function logsInTheCall(trace: Trace, expected: readonly string[]): Breach | undefined {
  const thrown = trace.outcome.kind === 'failed' && isUntouched(trace.outcome.error);
  if (thrown) return endsWell(trace);
  const inside = trace.marks
    .filter(({ order }) => order < trace.returned.order)
    .map(({ line }) => line);
  if (isDeepStrictEqual(inside, expected)) return undefined;
  const missing = expected.find((line) => !inside.includes(line));
  const later = trace.marks.find(({ line }) => line === missing);
  if (missing !== undefined && later) {
    return {
      fact: `${show(missing)} was logged at ${later.at} ms, but only after the call had given control back to its caller.`,
      possible:
        'An async function runs at once when it is called, up to its first await. Nothing has to come before.',
    };
  }
  if (missing !== undefined)
    return comesToAnEnd(trace) ?? { fact: `It never logged ${show(missing)}.` };
  return {
    fact: `${show(inside.find((line) => !expected.includes(line)) ?? inside.at(-1))} was logged before the call gave control back; expected only ${list(expected.map(show))}.`,
    possible: [
      'What comes after a wait belongs after an await.',
      stillAtWork(trace, trace.returned.at),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** The learner's code sets so many timers. */
export function setsTimers(trace: Trace, n: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  if (trace.timers.length === n) return undefined;
  const times = [...new Set(trace.timers.map(({ armedAt, dueAt }) => `${armedAt} → ${dueAt}`))];
  return {
    possible:
      trace.timers.length > n
        ? 'A timer calls when its time has come: nobody has to ask every now and then.'
        : undefined,
    fact: `${count(trace.timers.length, 'timer')} ${trace.timers.length === 1 ? 'was' : 'were'} set${times.length > 0 ? ` (${times.length > 6 ? `${times.slice(0, 6).join(', ')}, …` : list(times)} ms)` : ''}; expected ${n}.`,
  };
}
