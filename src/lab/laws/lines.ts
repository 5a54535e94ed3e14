/** Laws about the lines that are logged: which, when, and in which order. */
import { isDeepStrictEqual } from 'node:util';
import { list } from '../../text/english.ts';
import { endedAt, inFlightAt, linesInTheCall, linesOf, workOf } from '../trace/look.ts';
import type { Mark, Trace } from '../trace/trace.ts';
import { say, show } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { firstDifference, type LineAt, outOfOrder } from './compare-lines.ts';
import { asShipped, comesToAnEnd } from './ending.ts';
import { stillAtWork } from './words.ts';

/** Logs exactly these lines, each at its ms. */
export function toLog(trace: Trace, ...lines: LineAt[]): Breach | undefined {
  const logged = linesOf(trace);
  const seen = logged.map(({ at, line }) => [at, line]);
  const wrong = firstDifference(seen, lines);
  if (wrong < 0) return undefined;
  return comesToAnEnd(trace) ?? departs(trace, logged[wrong], lines[wrong]);
}

/** One of the two may be missing: the other is one too many. */
function departs(trace: Trace, got: Mark | undefined, want: LineAt | undefined): Breach {
  const logged = got && `It logged ${show(got.line)} at ${got.at} ms`;
  if (!want) return { fact: `${logged}; nothing more was expected.` };
  const [ms, line] = want;
  if (!got) {
    const fact = `It never logged ${show(line)}; expected at ${ms} ms.`;
    return { fact, possible: explainUnheard(trace, ms) };
  }
  if (got.line !== line) return { fact: `${logged}; expected ${show(line)} at ${ms} ms.` };
  return {
    fact: `${logged}; expected at ${ms} ms.`,
    possible: got.at < ms ? explainEarly(trace, got) : explainLate(trace, got, ms),
  };
}

/** A failure at this time, instead of which there was to be a line. */
function explainUnheard(trace: Trace, ms: number): string | undefined {
  const unheard = trace.unhandled.find(({ at }) => at === ms);
  return (
    unheard &&
    `A failure came at that time, and nobody heard it: ${say(unheard.error)}. A promise that may fail needs somebody who listens from the moment it exists.`
  );
}

/** Work that nobody waited for, if there is any. */
function explainEarly(trace: Trace, got: Mark): string | undefined {
  const busy = stillAtWork(inFlightAt(workOf(trace), got));
  return busy === '' ? undefined : `${busy} then: nobody awaited it.`;
}

/** Work whose end was the moment when the line came. */
function explainLate(trace: Trace, got: Mark, ms: number): string | undefined {
  const held = endedAt(workOf(trace), got).find(({ start }) => start.at <= ms);
  return held && `That was when ${held.name} had ended: was it awaited first?`;
}

/** Logs exactly these lines before the call gives control back to its caller, in this order. */
export function toLogInTheCall(trace: Trace, ...lines: string[]): Breach | undefined {
  const untouched = asShipped(trace);
  if (untouched) return untouched;
  const logged = linesInTheCall(trace);
  const inside = logged.map(({ line }) => line);
  if (isDeepStrictEqual(inside, lines)) return undefined;
  // A picture does not tell in which order lines come at one ms.
  const shown = lines.length > 1 ? { lists: { 'in the call': inside, 'to reach': lines } } : {};
  const missing = lines.find((line) => !inside.includes(line));
  if (missing !== undefined) {
    const later = linesOf(trace).find(({ line }) => line === missing);
    if (!later) return comesToAnEnd(trace) ?? { fact: `It never logged ${show(missing)}.` };
    return {
      fact: `${show(missing)} was logged at ${later.at} ms, but only after the call had given control back to its caller.`,
      possible:
        'An async function runs at once when it is called, up to its first await. A timer, a then and an await put things off; what is to run now needs none of them, and must not wait for others.',
      ...shown,
    };
  }
  const early = logged.find(({ line }) => !lines.includes(line)) ?? logged[lines.length];
  if (!early) return { fact: 'In the call the order was another.', ...shown };
  return {
    fact: `${show(early.line)} was logged before the call gave control back; expected only ${list(lines.map(show)) || 'nothing'}.`,
    possible: explainInside(trace, early),
    ...shown,
  };
}

/** Why what should come later comes in the call: nobody awaited what it is to follow, or it was called, and not handed over. */
function explainInside(trace: Trace, early: Mark): string {
  const unawaited = explainEarly(trace, early);
  return unawaited
    ? `What comes after a wait belongs after an await. ${unawaited}`
    : 'Whatever is called runs now. To let it run later, hand the function itself to a queue, and do not call it.';
}

/** Logs exactly these lines in this order, at whatever ms; `because` says why to a learner. */
export function toLogInOrder(
  trace: Trace,
  lines: readonly string[],
  because?: string,
): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const disorder = outOfOrder(trace, lines);
  return disorder && { ...disorder.breach, possible: because };
}
