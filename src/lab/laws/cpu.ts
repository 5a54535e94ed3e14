/** Laws about the one thread: how long it is blocked at a stretch, and what could have run meanwhile. */
import { count } from '../../text/english.ts';
import { burnsOf, idleTimes, isBefore, lengthOf, timerAt, totalOf, workOf } from '../trace/look.ts';
import type { Times, Trace } from '../trace/trace.ts';
import { comesToAnEnd } from './ending.ts';
import { toGive } from './outcome.ts';
import type { Breach } from './telling/breach.ts';

/**
 * The event loop is never blocked for longer than so many ms.
 *
 * @param because says why to a learner, where the work is not their own to slice
 */
export function toBeSilentAtMost(trace: Trace, ms: number, because?: string): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const [longest] = [...trace.silences].sort((a, b) => lengthOf(b) - lengthOf(a));
  if (!longest || lengthOf(longest) <= ms) return undefined;
  const [from, to] = longest;
  const beat = trace.spans.find(
    ({ kind, start, end }) => kind === 'beat' && end?.at === to && start.at < to,
  );
  return {
    fact: `The event loop was blocked for ${to - from} ms, from ${from} to ${to} ms; expected ${ms} ms at most.${beat ? ` The ${beat.name} that was due at ${beat.start.at} ms ran at ${to} ms.` : ''}`,
    possible: because ?? explainBlocked(trace, longest),
  };
}

/** What the code did instead of yielding, as far as the run shows it. */
function explainBlocked(trace: Trace, [from, to]: Times): string {
  const pieces = burnsOf(trace).filter(({ start }) => from <= start.at && start.at < to);
  // Work that began within the call was done by none of them.
  const isLater = !pieces.some(({ start }) => isBefore(start, trace.returned));
  const queued = trace.timers.filter(
    ({ kind, armedAt, fired }) => kind === 'immediate' && fired > 0 && armedAt === from,
  );
  if (isLater && queued.length > 1)
    return `At ${from} ms your code queued ${queued.length} immediates. All of them run in the same event-loop iteration, and no timer runs between them. Queue the next one only when a slice has ended.`;
  if (trace.silences.length === 1)
    return 'Your code never yielded to the event loop. await null, queueMicrotask and nextTick let no timer run, and an async function does not yield by itself. Await a setImmediate or a timer after each slice.';
  const message = trace.messages.find((at) => from < at && at < to);
  if (message !== undefined)
    return `Your code sent a message at ${message} ms, but no timer could run. Node delivers up to 1,000 messages of a port in one event-loop iteration. Use setImmediate, or a new MessageChannel each time.`;
  return `Your code does yield, but too late: it did ${count(pieces.length, 'piece')} of work in these ${to - from} ms. Does it measure the time since it last yielded, or does it count the pieces?`;
}

/** Works for at least so many ms before it yields; the last stretch may be shorter. */
export function toGiveWayOnlyAfter(trace: Trace, ms: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const stretches = trace.silences.slice(0, -1);
  const early = stretches.find((stretch) => lengthOf(stretch) < ms);
  if (!early) return undefined;
  return {
    fact: `From ${early[0]} to ${early[1]} ms it worked, and yielded after ${lengthOf(early)} ms; expected ${ms} ms or more. In all, it did its work in ${trace.silences.length} parts.`,
    possible:
      early === stretches[0]
        ? 'Yielding costs time. Look at the clock after each piece of work, and yield only when the slice is used up.'
        : 'The first part was long enough. Does your code measure from the last time it yielded, or from the very beginning?',
  };
}

/** The CPU is never idle for longer than so many ms while there is work for it: up to the last computation. */
export function toIdleAtMost(trace: Trace, ms: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const idle = idleTimes(burnsOf(trace)).find((times) => lengthOf(times) > ms);
  if (!idle) return undefined;
  const timer = timerAt(trace, idle[1]);
  const slept = timer
    ? `A timer of your code, set at ${timer.armedAt} ms, fired at ${idle[1]} ms. `
    : '';
  return {
    fact: `From ${idle[0]} to ${idle[1]} ms the CPU was idle, although there was work left; expected ${ms} ms at most.`,
    possible: `${slept}To yield is not to sleep: let the callbacks run that are ready, and continue.`,
  };
}

/**
 * Fulfils with the kind of work that was seen in the run: `cpu` where it mostly computed, `io` where it mostly
 * waited.
 *
 * `toGive(kind)` with a reason: how long it really did compute, and wait.
 */
export function toTellKind(trace: Trace, kind: 'cpu' | 'io'): Breach | undefined {
  const breach = toGive(trace, kind);
  const told = trace.outcome.kind === 'returned' && /^(cpu|io)$/.test(String(trace.outcome.value));
  return breach && told ? { ...breach, possible: explainShare(trace) } : breach;
}

function explainShare(trace: Trace): string {
  const busy = totalOf(burnsOf(trace));
  const took = Math.max(0, ...workOf(trace).map(({ end }) => end?.at ?? 0));
  const share =
    busy === 0
      ? `In all the ${took} ms nothing was computed: the thread was free, and the work only waited.`
      : busy === took
        ? `In all the ${took} ms the work computed: the thread was blocked, and nothing else could run.`
        : `In these ${took} ms the work computed for ${busy} ms, and only waited for ${took - busy} ms.`;
  if (trace.outcome.at < took)
    return `${share} The answer came at ${trace.outcome.at} ms, before the work had ended.`;
  const after = trace.outcome.at > took ? ` The answer came only at ${trace.outcome.at} ms.` : '';
  const missed = trace.timers.find(
    ({ dueAt, clearedAt }) => clearedAt !== null && dueAt < clearedAt,
  );
  return missed
    ? `${share}${after} A timer that was due at ${missed.dueAt} ms was cleared at ${missed.clearedAt} ms, before it could fire. So it was late, too.`
    : `${share}${after}${sayLate(trace)}`;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** How late the timers of the learner's code fired in all; empty where it set none. */
function sayLate({ timers }: Trace): string {
  const late = timers.flatMap((timer) => timer.late).map(lengthOf);
  if (timers.length === 0) return '';
  return late.length > 0
    ? ` Your timers were late by ${sum(late)} ms in all.`
    : ' None of your timers was late.';
}
