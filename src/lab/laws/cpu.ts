/** Laws about who has the CPU: how long at a stretch, and what could have gone on meanwhile. */
import { burnsOf, idleTimes, lengthOf, totalOf, workOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './ending.ts';
import { toGive } from './outcome.ts';

/** The event loop never stands still for longer than so many ms. */
export function toBeSilentAtMost(trace: Trace, ms: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const [longest] = [...trace.silences].sort((a, b) => lengthOf(b) - lengthOf(a));
  if (!longest || lengthOf(longest) <= ms) return undefined;
  const [from, to] = longest;
  const beat = trace.spans.find(
    ({ kind, start, end }) => kind === 'beat' && end?.at === to && start.at < to,
  );
  return {
    fact: `From ${from} to ${to} ms nothing else could run: the event loop was silent for ${to - from} ms, and at most ${ms} ms are promised.${beat ? ` The ${beat.name} that was due at ${beat.start.at} ms beat at ${to} ms.` : ''}`,
    possible:
      'An await of a value, queueMicrotask and nextTick give way only to one another, and immediates that were set together all have the same turn. Wait for a turn of the event loop (setImmediate, setTimeout), work for one slice, and wait for the next turn.',
  };
}

/** Works for at least so many ms before it gives way; the last stretch may be shorter. */
export function toGiveWayOnlyAfter(trace: Trace, ms: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const early = trace.silences.slice(0, -1).find((silence) => lengthOf(silence) < ms);
  if (!early) return undefined;
  return {
    fact: `From ${early[0]} to ${early[1]} ms it worked, and then gave way: after ${lengthOf(early)} ms, and not before ${ms} ms is promised. It gave way ${trace.silences.length - 1} times in all.`,
    possible:
      'Every turn of the event loop costs something. Look at the clock after each piece of work, and give way only when the time is up.',
  };
}

/** The CPU never lies idle for longer than so many ms while there is work for it: up to the last calculation. */
export function toIdleAtMost(trace: Trace, ms: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const idle = idleTimes(burnsOf(trace)).find((times) => lengthOf(times) > ms);
  if (!idle) return undefined;
  return {
    fact: `From ${idle[0]} to ${idle[1]} ms the CPU was idle, and there was work for it. At most ${ms} ms at a stretch are promised.`,
    possible: 'Giving way is no sleep: let in who is ready, and go on.',
  };
}

/**
 * Gives the kind of work that was seen in the run: `cpu` where it mostly calculated, `io` where it mostly waited.
 *
 * `toGive(kind)` with a reason: how long it really did calculate, and wait.
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
      ? `In all the ${took} ms that it took nobody calculated: it waited.`
      : busy === took
        ? `In all the ${took} ms that it took the CPU was busy: it calculated, and nothing else could run.`
        : `Of the ${took} ms that it took, it calculated for ${busy} and waited for ${took - busy}.`;
  if (trace.outcome.at < took)
    return `${share} The answer came at ${trace.outcome.at} ms, before it was over.`;
  const missed = trace.timers.find(
    ({ dueAt, clearedAt }) => clearedAt !== null && dueAt < clearedAt,
  );
  return missed
    ? `${share} A timer that was due at ${missed.dueAt} ms was cleared at ${missed.clearedAt} ms, before it had a chance to fire: it was late as well.`
    : share;
}
