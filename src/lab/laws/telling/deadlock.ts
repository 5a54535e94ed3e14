/** How a deadlock is told: a promise is pending, and nothing can settle it any more. */
import { count, is, list, quote } from '../../../text/english.ts';
import { workOf } from '../../trace/look.ts';
import type { Span, Trace } from '../../trace/trace.ts';
import { say } from '../../trace/value.ts';
import type { Breach } from './breach.ts';
import { sayIo } from './outside.ts';
import { endsBefore } from './unref.ts';
import { askNeverStarted, endedWhen, sayEmitted } from './words.ts';

/** Of the calls that are pending; of more than that the picture tells. */
const MOST_NAMES = 5;

/** What is pending, and why nothing can settle it. */
export function deadlock(trace: Trace, about?: string): Breach {
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

/** What was lost on the way, where something was; else a question about the paths that there may be. */
function explainDeadlock(trace: Trace, about?: string): string {
  const unhandled = trace.unhandled.find(({ handledAt }) => handledAt === null);
  if (unhandled) {
    return `At ${unhandled.at} ms there was an unhandled rejection (${say(unhandled.error)}). Does the code that settles the promise come only after that? Pass the error on: call reject, or await it in a function that your caller awaits.`;
  }
  const [thrown] = trace.uncaught;
  if (thrown) {
    const { at, error } = thrown;
    return thrown.wasEmitted
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
