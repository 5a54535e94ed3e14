/** How a run comes to its end, which must be well before anything can be said about the way there. */
import { count, is, list, quote, were } from '../../text/english.ts';
import { endedAt, workOf } from '../trace/look.ts';
import { placeOf } from '../trace/place.ts';
import { HungryError } from '../trace/runaway.ts';
import type { Span, TimerRecord, Trace, Unrefed } from '../trace/trace.ts';
import { isUntouched } from '../trace/untouched.ts';
import { say, show } from '../trace/value.ts';
import { isError, textIn } from '../trace/written.ts';
import type { Breach } from './telling/breach.ts';
import { sayIo } from './telling/outside.ts';
import { askNeverStarted, endedWhen, sayEmitted } from './telling/words.ts';

type Failed = Extract<Trace['outcome'], { kind: 'failed' }>;

/**
 * It comes to an end: with a value, or with the failure of a piece of its work, which the scenario
 * meant. What must hold before anything can be said about the way there.
 */
export function comesToAnEnd(trace: Trace): Breach | undefined {
  return failedWork(trace) ? undefined : endsWell(trace);
}

/** The piece of work whose error is the error of the whole. */
export function failedWork({ outcome, spans }: Trace): Span | undefined {
  if (outcome.kind !== 'failed') return undefined;
  // A call fails with the error of the code itself.
  return spans.find(
    ({ kind, ending, error }) =>
      kind !== 'call' && ending === 'failed' && Object.is(error, outcome.error),
  );
}

/** What a stub says that is not written yet: it keeps many a law, because it does nothing at all. */
export function asShipped(trace: Trace): Breach | undefined {
  const { outcome } = trace;
  return outcome.kind === 'failed' && isUntouched(outcome.error) ? endsWell(trace) : undefined;
}

/**
 * It comes to an end, and fulfils.
 *
 * @param about what the spec says to a learner, where a deadlock has left no trace of its cause
 */
export function endsWell(trace: Trace, about?: string): Breach | undefined {
  const { outcome } = trace;
  switch (outcome.kind) {
    case 'returned':
      return undefined;
    case 'deadlock':
      return deadlock(trace, about);
    case 'stopped':
      if (outcome.reason instanceof HungryError)
        return { fact: `Stopped: ${outcome.reason.message}`, picture: false };
      return {
        fact: `Stopped at ${outcome.at} ms: ${outcome.reason.message}`,
        possible: whereFrom(outcome.reason, 'Found'),
      };
    case 'failed':
      return failed(trace, outcome);
  }
}

/** The breach of a run that did not end well, and below it what was expected; where it was stopped, only why. */
export function expecting(trace: Trace, breach: Breach, expected: string): Breach {
  if (trace.outcome.kind === 'stopped' || notWritten(trace)) return breach;
  return { ...breach, fact: `${breach.fact}\nExpected ${expected}.` };
}

/** There is no code yet that could be judged. */
function notWritten({ outcome }: Trace): Breach | undefined {
  if (outcome.kind !== 'failed') return undefined;
  const { error } = outcome;
  return isUntouched(error)
    ? { fact: (error as Error).message, picture: false }
    : explainMissing(error);
}

function failed(trace: Trace, { error, thrown, at }: Failed): Breach {
  const unwritten = notWritten(trace);
  if (unwritten) return unwritten;
  const call = thrown ? undefined : callThatFailed(trace, error);
  return {
    fact: thrown
      ? `It threw synchronously at ${at} ms: ${say(error)}`
      : `It rejected at ${at} ms with: ${say(error)}${call ? `\n${call}` : ''}`,
    possible: failedWork(trace)
      ? undefined
      : (explainStops(trace, at) ??
        explainStopped(trace, error) ??
        explainOwnError(trace, error) ??
        explainThrown(error)),
    picture: trace.spans.length > 0 || trace.marks.length > 0,
  };
}

/** Which of several calls it was. */
function callThatFailed({ spans }: Trace, error: unknown): string | undefined {
  const calls = spans.filter(({ kind }) => kind === 'call');
  const failed = calls.filter((call) => call.ending === 'failed' && Object.is(call.error, error));
  const [call] = failed;
  if (calls.length === 1 || failed.length !== 1 || !call) return undefined;
  return `That is ${quote(call.name)}, which was called at ${call.start.at} ms.`;
}

/** A name that is not there was called: an export of the kata by its spec, or by the kata something it imports. */
function explainMissing(error: unknown): Breach | undefined {
  const [, name, wanted] =
    /__vi\w*_import_\d+__\.(\w+)\)? is not a (function|constructor)/.exec(say(error)) ?? [];
  if (!name) return undefined;
  const kind = wanted === 'function' ? 'function' : 'class';
  const place = placeOf(error);
  return place
    ? {
        fact: `There is no ${kind} named '${name}' in the module that it is imported from.`,
        possible: `It is used at ${place}. Is the name spelt as in that module?`,
        picture: false,
      }
    : {
        fact: `The kata's file exports no ${kind} named '${name}'.`,
        possible: `Keep the name, and the word 'export' before it without 'default', as in the stub: export … ${name}.`,
        picture: false,
      };
}

/** Whether it is how work reports that it was told to stop. */
export const isAbort = (error: unknown) => isError(error) && textIn(error, 'name') === 'AbortError';

/** Which work has just stopped, where the error is how it reports that. */
function explainStopped(trace: Trace, error: unknown): string | undefined {
  if (!isAbort(error)) return undefined;
  const { at } = trace.outcome;
  const span = endedAt(workOf(trace), { at }).find(({ ending }) => ending === 'aborted');
  if (!span?.aborted) return undefined;
  return `${quote(span.name)} was told to stop at ${span.aborted.at} ms, and stopped at ${at} ms. It reports that with an AbortError. A stop that was asked for is no failure: do not reject with it.`;
}

/** What was told to stop at the moment of the failure: the error may come from that. */
function explainStops(trace: Trace, at: number): string | undefined {
  const work = workOf(trace);
  const stopped = work.filter(({ aborted }) => aborted?.at === at);
  const [first] = stopped;
  if (!first?.aborted) return undefined;
  const cause = endedAt(work, first.aborted).find(({ ending }) => ending === 'failed');
  const names = were(stopped.map(({ name }) => quote(name)));
  return `${names} told to stop at ${at} ms${cause ? `, when ${quote(cause.name)} failed` : ''}. Does the error come from that?`;
}

/** Work had just failed with another error than that of the whole. */
function explainOwnError(trace: Trace, error: unknown): string | undefined {
  const { at } = trace.outcome;
  const failed = endedAt(workOf(trace), { at }).find(({ ending }) => ending === 'failed');
  if (!failed) return undefined;
  const was = `${quote(failed.name)} failed at ${at} ms with ${say(failed.error)}`;
  // An Error is said by its message, which may be the text of the value that it was made of.
  return isError(error) && !isError(failed.error)
    ? `${was}, and this is ${show(error)}. Pass on what you got, whatever it is.`
    : `${was}. That is another error: pass on the one that you got.`;
}

/** A method of promises that not every value has; else only the line. */
function explainThrown(error: unknown): string | undefined {
  const where = whereFrom(error);
  if (/^TypeError: .* of undefined \(reading '(then|catch|finally)'\)$/.test(say(error)))
    return `That was undefined; expected a promise. Does a function of your code return nothing, as a \`return\` is missing? ${where ?? ''}`.trim();
  return /\.(then|catch|finally)\b.* is not a function$/.test(say(error))
    ? `A plain value has no then(), and a thenable may have no catch() or finally(). await and Promise.resolve() accept them all. ${where ?? ''}`.trim()
    : where;
}

/** Of the calls that are pending; of more than that the picture tells. */
const MOST_NAMES = 5;

function deadlock(trace: Trace, about?: string): Breach {
  const waiting = trace.spans.filter((span) => span.kind === 'call' && !span.end);
  const names = [
    ...waiting.map(({ name, start }) => `${quote(name)} (called at ${start.at} ms)`),
    ...stillAsking(trace).map(({ who, at }) => `what ${quote(who)} asked for at ${at} ms`),
  ];
  const more = names.length - MOST_NAMES;
  const shown = more > 1 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names;
  const who = names.length === 0 ? 'the promise is' : `${list(shown)} ${is(names.length)}`;
  const io = sayIo(trace);
  if (io)
    return {
      fact: `Deadlock at ${trace.outcome.at} ms: ${who} still pending. ${io}`,
      possible: trace.ifStuck,
    };
  const ends = endsBefore(trace);
  if (ends) return ends;
  return {
    fact: `Deadlock at ${trace.outcome.at} ms: ${who} still pending. ${sayEndless(trace) ?? 'No timer is set and no work is running'}, so nothing can settle it any more.`,
    possible: explainDeadlock(trace, about),
  };
}

/** Who asked for an item, and has neither got one nor left. */
function stillAsking({ deals }: Trace) {
  return deals.flatMap((ask, i) => {
    if (ask.did !== 'ask') return [];
    const isOver = deals
      .slice(i)
      .some((deal) => (deal.did === 'get' || deal.did === 'leave') && deal.who === ask.who);
    return isOver ? [] : [ask];
  });
}

/** Threads that compute without an end, from which nothing comes any more. */
function sayEndless({ spans }: Trace): string | undefined {
  const endless = endlessBurns(spans);
  if (endless.length === 0) return undefined;
  const names = list(endless.map(({ thread = '' }) => quote(thread)));
  return `No timer is set, and ${names} compute${endless.length === 1 ? 's' : ''} without an end`;
}

const endlessBurns = (spans: Trace['spans']) =>
  spans.filter(({ kind, thread, end }) => kind === 'burn' && thread !== undefined && !end);

/** Something could still have happened when all else had ended, and Node does not wait for it: so the program is over before that. */
export function endsBefore(trace: Trace): Breach | undefined {
  if (trace.outcome.kind !== 'deadlock') return undefined;
  const [other] = trace.outcome.unrefed ?? [];
  const timer = unrefedTimer(trace);
  if (!other && !timer) return undefined;
  const what = !other ? 'a timer' : other.kind === 'thread' ? 'a thread' : 'a child process';
  return {
    fact: `At ${trace.outcome.at} ms a program in plain Node ends here, with exit code 13: a promise is pending, and only ${what} is left that does not keep the process alive.`,
    possible: other ? adviseOn(other) : timer && adviseOnTimer(timer),
  };
}

/** A timer that could still fire when all else had ended, and does not keep the process alive. */
function unrefedTimer({ timers }: Trace): TimerRecord | undefined {
  return timers.find(
    ({ fired, clearedAt, keepsAlive }) => fired === 0 && clearedAt === null && !keepsAlive,
  );
}

function adviseOnTimer({ kind, armedAt, dueAt }: TimerRecord): string {
  const what = kind === 'AbortSignal.timeout' ? 'An AbortSignal.timeout' : 'A timer with unref()';
  return `${what} was set at ${armedAt} ms, due at ${dueAt} ms. Use a timer that keeps the process alive for what your code awaits.`;
}

function adviseOn({ kind, name, at }: Unrefed): string {
  if (kind === 'thread')
    return `worker.unref() was called at ${at} ms, for ${quote(name)}. Use it only for a thread whose answer your code does not await, or call worker.ref() first.`;
  return `child.unref() was called at ${at} ms, for ${quote(name)}. While the pipes of that process are open, your program goes on. For its 'exit' and 'close' Node does not wait. Use unref() only for a process whose end your code does not await.`;
}

/** What was lost on the way, where something was; else a question about the paths that there may be. */
function explainDeadlock(trace: Trace, about?: string): string {
  const unhandled = trace.unhandled.find(({ handledAt }) => handledAt === null);
  if (unhandled) {
    return `At ${unhandled.at} ms there was an unhandled rejection (${say(unhandled.error)}). Does the code that settles the promise come only after that? Pass the error on: call reject, or await it in a function that your caller awaits.`;
  }
  const [thrown] = trace.uncaught;
  if (thrown) {
    const { at, error } = thrown;
    return thrown.isEvent
      ? `${sayEmitted(thrown)} Listen for 'error' as long as your code depends on the emitter, and call reject.`
      : `At ${at} ms a callback threw, and no code could catch that (${say(error)}). Does the code that settles the promise come only after that? Catch the error inside the callback, and call reject.`;
  }
  const threads = explainThreads(trace);
  if (threads && !sayCircle(trace)) return threads;
  const stuck = explainStuck(trace);
  if (stuck) return stuck;
  const awaited = sayAwaited(trace);
  if (awaited) return awaited;
  const work = workOf(trace);
  const failed = [...work, ...trace.spans].find(({ ending }) => ending === 'failed');
  if (failed) return `${endedWhen(failed)}. Does your code settle the promise after that, too?`;
  const cleared = explainCleared(trace);
  if (cleared) return cleared;
  const idle = askNeverStarted(trace);
  if (idle) return idle;
  return work.length === 0 ? explainWithoutWork(trace, about) : explainPending(work);
}

/** Which calls wait for each other, and what the scene says; undefined where neither is known. */
export function explainStuck(trace: Trace): string | undefined {
  return [sayCircle(trace), trace.ifStuck].filter(Boolean).join(' ') || undefined;
}

function sayCircle({ circle = [] }: Trace): string | undefined {
  if (circle.length === 0) return undefined;
  const proof =
    circle.length === 2
      ? 'Without either one, the other settles.'
      : 'Without any one of them, the others settle.';
  return `That is a circular wait: ${list(circle.map(quote))} wait for each other. ${proof}`;
}

/** Events of emitters that somebody still listens to. */
function sayAwaited({ left }: Trace): string | undefined {
  const events = left.flatMap(({ awaits }) => awaits ?? []);
  if (events.length === 0) return undefined;
  return `Listeners still wait for ${list(events)}. What happens to your code if that never comes?`;
}

/** A thread that has gone posts nothing any more. One that waits for a message never goes, and so does an endless loop. */
function explainThreads({ spans, ifEnded }: Trace): string | undefined {
  const [endless] = endlessBurns(spans);
  if (endless)
    return `${quote(endless.thread ?? '')} has been in a loop without an end since ${endless.start.at} ms: it reads no message, and sees no signal. Only worker.terminate() ends it.`;
  const lives = spans.filter(({ kind }) => kind === 'life');
  const gone = lives.filter(({ end }) => end);
  const waiting = lives.filter(({ end }) => !end);
  if (gone.length > 0) {
    const ends = gone.map(
      ({ name, end, exitCode }) =>
        `${quote(name)} ended at ${end?.at} ms with exit code ${exitCode}`,
    );
    const asks = "Does your code settle the promise after an 'exit', whatever the exit code is?";
    return `${list(ends)}. A thread that has ended posts no message. ${ifEnded ?? asks}`;
  }
  if (waiting.length === 0) return undefined;
  const names = list(waiting.map(({ name }) => quote(name)));
  return `${names} ${is(waiting.length)} still there, and wait${waiting.length === 1 ? 's' : ''} for a message. A thread with a message listener does not end by itself.`;
}

/** Without work, code may wait for a timer of its own that was cleared. */
function explainCleared(trace: Trace): string | undefined {
  const cleared = trace.timers.find(({ fired, clearedAt }) => fired === 0 && clearedAt !== null);
  if (!cleared || workOf(trace).length > 0) return undefined;
  return `The timer that was set at ${cleared.armedAt} ms, due at ${cleared.dueAt} ms, was cleared at ${cleared.clearedAt} ms. A timer that was cleared never calls its callback. Does your code still wait for it?`;
}

/** Nothing was there to wait for, but timers of its own, and events from outside. */
function explainWithoutWork({ timers, marks }: Trace, about?: string): string {
  if (timers.length > 0)
    return `Your code set ${count(timers.length, 'timer')}, and ${timers.length === 1 ? 'it has' : 'all have'} fired. Does the callback settle the promise?`;
  if (about) return about;
  const events = marks.filter(({ kind }) => kind === 'event');
  if (events.length === 0)
    return 'No work was started in this run. Does your code settle the promise when there is nothing to wait for?';
  const happened = list(events.map(({ line, at }) => `${quote(line)} at ${at} ms`));
  return `Events in this run: ${happened}. Should one of them settle the promise?`;
}

function explainPending(work: readonly Span[]): string {
  const last = Math.max(...work.map(({ end }) => end?.at ?? Infinity));
  const ended = Number.isFinite(last) ? `All work had ended at ${last} ms. ` : '';
  return `${ended}Does your code settle the promise on every path? Think of the last result, of a result that is undefined, and of several callers.`;
}

/** Where the error was made, or why that cannot be said. */
function whereFrom(error: unknown, what = 'Thrown'): string | undefined {
  if (!isError(error))
    return 'That is not an Error, so it has no stack, and its line is not known.';
  const place = placeOf(error);
  return place && `${what} at ${place}`;
}
