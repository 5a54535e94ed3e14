/** Laws about who has the CPU: how long at a stretch, and what could have gone on meanwhile. */

import { list } from '../../text/english.ts';
import { workOf } from '../trace/look.ts';
import type { Span, Times, Trace } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd, gives } from './outcome.ts';

/** While code of our own runs, nothing else does: at most so many ms at a stretch. */
export function isSilentAtMost(trace: Trace, ms: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const longest = longestOf(trace.silences);
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

/** Nobody gives way before it has worked for so many ms; the last stretch may be shorter. */
export function givesWayOnlyAfter(trace: Trace, ms: number): Breach | undefined {
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

/** Up to the last calculation, the CPU never lies idle for longer than so many ms. */
export function idlesAtMost(trace: Trace, ms: number): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const idle = idleTimes(trace).find((gap) => lengthOf(gap) > ms);
  if (!idle) return undefined;
  return {
    fact: `From ${idle[0]} to ${idle[1]} ms the CPU was idle, and there was work for it. At most ${ms} ms at a stretch are promised.`,
    possible: 'Giving way is no sleep: let in who is ready, and go on.',
  };
}

/** Why it took longer than it had to, where somebody calculated; undefined where nobody did. */
export function explainHands(trace: Trace, lost: number): string | undefined {
  const idle = longestOf(idleTimes(trace));
  if (!idle) return undefined;
  const rest = `From ${idle[0]} to ${idle[1]} ms the CPU was idle.`;
  const unheard = waitUnheard(trace);
  if (unheard && unheard.until - unheard.over >= lost / 2) {
    return `${unheard.name} was over at ${unheard.over} ms, and the CPU was idle, but nobody went on with it before ${unheard.until} ms: it was awaited together with others, or after them.`;
  }
  const before = stretchBeforeWait(trace);
  if (before && lengthOf(before.times) >= lost / 2) {
    return `${before.who} had the CPU from ${before.times[0]} to ${before.times[1]} ms, and ${before.wait.name} was started only after that, at ${before.wait.start.at} ms. ${rest} Start first what waits, and calculate while it lasts.`;
  }
  const late = burnsOf(trace).find((burn) => burn.start.at >= idle[1] && !followsWait(trace, burn));
  return `${rest}${late ? ` ${late.name}, at ${late.start.at} ms, could have had it then, if nobody had waited for something else first.` : ''}`;
}

/** It gives the kind of work that was seen: `cpu` where it mostly calculated, `io` where it mostly waited. */
export function tellsKind(trace: Trace, kind: 'cpu' | 'io'): Breach | undefined {
  const breach = gives(trace, kind);
  const told = trace.outcome.kind === 'returned' && /^(cpu|io)$/.test(String(trace.outcome.value));
  return breach && told ? { ...breach, possible: explainShare(trace) } : breach;
}

function explainShare(trace: Trace): string {
  const busy = burnsOf(trace).reduce((sum, { start, end }) => sum + (end?.at ?? 0) - start.at, 0);
  const took = Math.max(0, ...workOf(trace).map(({ end }) => end?.at ?? 0));
  const share =
    busy === 0
      ? `In all the ${took} ms that it took nobody calculated: it waited.`
      : busy === took
        ? `In all the ${took} ms that it took the CPU was busy: it calculated, and nothing else could run.`
        : `Of the ${took} ms that it took, it calculated for ${busy} and waited for ${took - busy}.`;
  const missed = trace.timers.find(
    ({ dueAt, clearedAt }) => clearedAt !== null && dueAt < clearedAt,
  );
  if (trace.outcome.at < took)
    return `${share} The answer came at ${trace.outcome.at} ms, before it was over.`;
  return missed
    ? `${share} A timer that was due at ${missed.dueAt} ms was cleared at ${missed.clearedAt} ms, before it had a chance to fire: it was late as well.`
    : share;
}

/** It was begun just when something that waits had ended, and may well have needed it. */
function followsWait(trace: Trace, { start }: Span): boolean {
  return workOf(trace).some(
    ({ kind, end }) => kind === 'wait' && end?.at === start.at && end.order < start.order,
  );
}

interface Stretch {
  readonly times: Times;
  readonly who: string;
  readonly wait: Span;
}

/** The longest stretch of calculating in which nothing that waits was started, and what then was. */
function stretchBeforeWait(trace: Trace): Stretch | undefined {
  const found: Stretch[] = [];
  let burns: Span[] = [];
  for (const span of workOf(trace)) {
    const [first] = burns;
    const last = burns.at(-1);
    if (span.kind === 'burn') {
      burns = last?.end?.at === span.start.at ? [...burns, span] : [span];
    } else if (first && last?.end) {
      const who = list([...new Set(burns.map(({ name }) => name))]);
      found.push({ times: [first.start.at, last.end.at], who, wait: span });
      burns = [];
    }
  }
  return found.sort((a, b) => lengthOf(b.times) - lengthOf(a.times))[0];
}

/** The piece of waiting that was over for the longest time before the CPU, which was free, went on. */
function waitUnheard(trace: Trace): { name: string; over: number; until: number } | undefined {
  const waits = workOf(trace).filter(({ kind }) => kind === 'wait');
  return idleTimes(trace)
    .flatMap(([from, until]) =>
      waits.flatMap(({ name, end }) =>
        end && end.at >= from && end.at < until ? [{ name, over: end.at, until }] : [],
      ),
    )
    .sort((a, b) => b.until - b.over - (a.until - a.over))[0];
}

/** When nobody calculated, up to the last calculation. */
function idleTimes(trace: Trace): Times[] {
  const burns = burnsOf(trace);
  return burns.flatMap(({ start }, i): Times[] => {
    const until = burns[i - 1]?.end?.at ?? 0;
    return start.at > until ? [[until, start.at]] : [];
  });
}

function burnsOf(trace: Trace): Span[] {
  return trace.spans.filter(({ kind }) => kind === 'burn');
}

function longestOf(times: readonly Times[]): Times | undefined {
  return [...times].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
}

function lengthOf([from, to]: Times): number {
  return to - from;
}
