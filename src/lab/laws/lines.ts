/** Laws about the lines that are logged: which, when, and in which order. */
import { isDeepStrictEqual } from 'node:util';
import { count, list, quote } from '../../text/english.ts';
import {
  endedAt,
  inFlightAt,
  isBefore,
  linesInTheCall,
  linesOf,
  timerAt,
  workOf,
} from '../trace/look.ts';
import type { Mark, Trace } from '../trace/trace.ts';
import { say, show } from '../trace/value.ts';
import { isError } from '../trace/written.ts';
import { asShipped, comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import {
  askedOf,
  firstDifference,
  type LineAt,
  type LinesAt,
  outOfOrder,
} from './telling/compare-lines.ts';
import {
  endedWhen,
  sayEmitted,
  sayNeverStarted,
  stillAtWork,
  whyPrinted,
} from './telling/words.ts';

/**
 * Logs exactly these lines, each at its ms. A text at the end is said where the run itself does not show why
 * a line is another one, missing, or one too many.
 */
export function toLog(trace: Trace, ...asked: LinesAt): Breach | undefined {
  const { lines, because } = askedOf(asked);
  const logged = linesOf(trace);
  const seen = logged.map(({ at, line }) => [at, line]);
  const wrong = firstDifference(seen, lines);
  if (wrong < 0) return undefined;
  return comesToAnEnd(trace) ?? departs(trace, logged, wrong, lines[wrong], because);
}

/** @param i where the lines depart from what was expected; `want` is missing where nothing more was */
function departs(
  trace: Trace,
  lines: readonly Mark[],
  i: number,
  want: LineAt | undefined,
  because?: string,
): Breach {
  const got = lines[i];
  if (!got) {
    const [ms, line] = want as LineAt;
    const fact = `It never logged ${show(line)}; expected at ${ms} ms.`;
    return {
      fact,
      ...(whyPrinted(trace, line) ?? { possible: explainMissing(trace, ms, because) }),
    };
  }
  const logged = `It logged ${show(got.line)} at ${got.at} ms`;
  if (!want) {
    const fact = `${logged}; nothing more was expected.`;
    return { fact, possible: explainExtra(lines, i, because) };
  }
  const [ms, line] = want;
  if (got.line !== line) {
    const due = got.at === ms ? show(line) : `${show(line)} at ${ms} ms`;
    const before = lastEnded(trace, got) ?? sayNeverStarted(trace);
    const possible = [before, because].filter(Boolean).join(' ');
    return { fact: `${logged}; expected ${due}.`, possible: possible || WHICH_CODE };
  }
  const early = got.at < ms;
  return {
    fact: `${logged}; expected at ${ms} ms.`,
    possible: early ? explainEarly(trace, got, ms, because) : explainLate(trace, got, ms, because),
  };
}

const WHICH_CODE = 'Which code logs it, and why at that time?';

/** An error at this time, instead of which there was to be a line; or work that was never started. */
function explainMissing(trace: Trace, ms: number, because?: string): string {
  const unhandled = trace.unhandled.find(({ at }) => at === ms);
  if (unhandled) {
    const isOfWork = workOf(trace).some(({ error }) => Object.is(error, unhandled.error));
    const advice =
      isOfWork || !isError(unhandled.error)
        ? 'Attach a handler before the promise rejects.'
        : 'Does a handler of your own throw it? If not, attach a handler before the promise rejects.';
    return `At ${ms} ms a promise rejected with ${quote(say(unhandled.error))}, and no handler was attached. ${advice}`;
  }
  const thrown = trace.uncaught.find(({ at }) => at === ms);
  if (thrown?.wasEmitted) return `${sayEmitted(thrown)} Listen for 'error' before it can come.`;
  if (thrown)
    return `At ${ms} ms a callback threw ${quote(say(thrown.error))}, and no code could catch it. Catch it inside the callback.`;
  const reasons = [sayNeverStarted(trace), because].filter(Boolean);
  return reasons.length > 0 ? reasons.join(' ') : explainSilence(trace);
}

/** Where nothing at all happened, the code may live on what it kept; else it may have missed what it waits for. */
function explainSilence(trace: Trace): string {
  const nothing =
    linesOf(trace).length === 0 && trace.spans.length === 0 && trace.timers.length === 0;
  return nothing
    ? 'Nothing happened in this run at all. Does your code keep something from an earlier call?'
    : 'Was the code that logs it ever called?';
}

/** A line too many, which may have been logged before. */
function explainExtra(lines: readonly Mark[], i: number, because?: string): string {
  const before = lines.slice(0, i).find(({ line }) => line === lines[i]?.line);
  return before
    ? `It had logged the same at ${before.at} ms. ${because ?? 'Is the code that logs it called in two places?'}`
    : (because ?? 'Which code logs it, and what calls that code?');
}

/** `'a' had failed at 20 ms.`: the work that ended last before this line. */
function lastEnded(trace: Trace, got: Mark): string | undefined {
  const over = workOf(trace).filter(({ end }) => isBefore(end, got));
  const last = over.sort((a, b) => (b.end?.order ?? 0) - (a.end?.order ?? 0))[0];
  return last && `Before this line, ${endedWhen(last)}.`;
}

/** What was still running, or a timer for which no code waited. */
function explainEarly(trace: Trace, got: Mark, ms: number, because?: string): string {
  const running = sayRunning(trace, got);
  if (running) return [running, because ?? 'Is an await missing?'].join(' ');
  const timer = trace.timers.find(
    ({ armedAt, dueAt }) => armedAt <= got.at && dueAt > got.at && dueAt <= ms,
  );
  if (timer)
    return `A timer was set, due at ${timer.dueAt} ms. Did your code wait for it? The global setTimeout returns no promise: it calls a function when it is time.`;
  return because ?? 'Nothing was running at that time. What should your code have awaited?';
}

/** `'soup' (until 30 ms) was still running at that time.` */
function sayRunning(trace: Trace, got: Mark): string | undefined {
  const running = stillAtWork(inFlightAt(workOf(trace), got));
  return running === '' ? undefined : `${running} at that time.`;
}

/** Work whose end was the moment when the line came, or a timer that fired at that time. */
function explainLate(trace: Trace, got: Mark, ms: number, because?: string): string {
  const held = endedAt(workOf(trace), got).find(({ start }) => start.at <= ms);
  if (held) return `Just before, ${endedWhen(held)}. ${because ?? 'Was it awaited first?'}`;
  return timerAt(trace, got.at)
    ? `At ${got.at} ms a timer of your code fired. ${because ?? 'Does your code await the work itself, or only look now and then?'}`
    : (because ?? `What did your code wait for until ${got.at} ms?`);
}

/** Logs exactly these lines before the call returns, in this order. */
export function toLogInTheCall(trace: Trace, ...lines: string[]): Breach | undefined {
  const untouched = asShipped(trace);
  if (untouched) return untouched;
  const logged = linesInTheCall(trace);
  const inside = logged.map(({ line }) => line);
  if (isDeepStrictEqual(inside, lines)) return undefined;
  // The call has not returned, and never will.
  if (trace.outcome.kind === 'stopped') return comesToAnEnd(trace);
  // A picture does not tell in which order lines come at one ms.
  const shown = lines.length > 1 ? { lists: { 'in the call': inside, 'to reach': lines } } : {};
  const missing = lines.find((line) => !inside.includes(line));
  if (missing !== undefined) {
    const later = linesOf(trace).find(({ line }) => line === missing);
    return later
      ? { ...isLogged(missing, later), ...shown }
      : (comesToAnEnd(trace) ?? isAnother(inside, lines) ?? isNeverLogged(trace, missing));
  }
  const early = logged.find(({ line }) => !lines.includes(line)) ?? logged[lines.length];
  if (!early) {
    const wrong = firstDifference(inside, lines);
    const [got, want] = [inside[wrong], show(lines[wrong])];
    return {
      fact:
        got === undefined
          ? `During the call, ${want} was logged less often than expected.`
          : `During the call, ${show(got)} was logged before ${want}; expected ${want} first.`,
      possible: 'Does your code go through them in the order given?',
      ...shown,
    };
  }
  const [often, due] = [inside, lines].map((all) => all.filter((it) => it === early.line).length);
  if (due && often !== due)
    return {
      fact: `During the call, ${show(early.line)} was logged ${count(often ?? 0, 'time')}; expected ${count(due, 'time')}.`,
      possible: 'Which code logs it, and what calls that code?',
      ...shown,
    };
  return {
    fact: `${show(early.line)} was logged before the call returned; expected ${lines.length > 0 ? `only ${list(lines.map(show))}` : 'no line'}.`,
    possible: explainInside(trace, early),
    ...shown,
  };
}

function isLogged(missing: string, { at }: Mark): Breach {
  return {
    fact: `${show(missing)} was logged at ${at} ms, but only after the call had returned.`,
    possible:
      'A call runs a function synchronously up to its first await. Code after an await, in a then or in a timer runs only after the call has returned. Which of them comes before this line?',
  };
}

/** One line was logged in the place of the one that was expected. */
function isAnother(inside: readonly string[], lines: readonly string[]): Breach | undefined {
  const wrong = firstDifference(inside, lines);
  const [got, want] = [inside[wrong], lines[wrong]];
  if (got === undefined || want === undefined || lines.includes(got)) return undefined;
  return { fact: `During the call, it logged ${show(got)}; expected ${show(want)}.` };
}

function isNeverLogged(trace: Trace, missing: string): Breach {
  return {
    fact: `It never logged ${show(missing)}; expected during the call.`,
    ...(whyPrinted(trace, missing) ?? { possible: explainNever(trace) }),
  };
}

function explainNever(trace: Trace): string {
  const idle = sayNeverStarted(trace);
  return idle
    ? `${idle} Did your code call the function that it got, or only keep it?`
    : explainSilence(trace);
}

/** What should come later comes in the call: it was not awaited, or it was called and not passed on. */
function explainInside(trace: Trace, early: Mark): string {
  const running = sayRunning(trace, early);
  return running
    ? `${running} Is there an await before this line?`
    : 'f() calls a function now. To let it run later, pass the function itself to a queue: queueMicrotask(f).';
}

/** Logs exactly these lines in this order, at whatever ms; `because` says to a learner why one comes first. */
export function toLogInOrder(
  trace: Trace,
  lines: readonly string[],
  because?: string,
): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const disorder = outOfOrder(trace, lines);
  return disorder?.swapped && because
    ? { ...disorder.breach, possible: because }
    : disorder?.breach;
}
