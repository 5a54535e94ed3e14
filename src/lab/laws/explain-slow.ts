/** Why a run took longer than it had to: what was awaited too early, and what the CPU could have done meanwhile. */
import { list } from '../../text/english.ts';
import {
  burnsOf,
  endedAt,
  idleTimes,
  lengthOf,
  peakOf,
  timerAt,
  totalOf,
  workOf,
} from '../trace/look.ts';
import type { Span, Times, Trace } from '../trace/trace.ts';
import { wasAwaited } from './words.ts';

/** @param lost how many ms it took too long */
export function explainSlow(trace: Trace, lost: number): string {
  const work = workOf(trace);
  const took = trace.outcome.at;
  const hands = explainHands(trace, lost);
  if (took === totalOf(work) && work.length > 1 && peakOf(work) === 1) {
    return `That is the sum of all the work: one piece ran after another. ${hands ?? explainLatecomer(trace) ?? ''}`.trim();
  }
  if (hands) return hands;
  const [idle] = idleTimes(work, took);
  if (idle) {
    const nothing = `From ${idle[0]} to ${idle[1]} ms nothing was under way at all`;
    const timer = timerAt(trace, idle[1]);
    return timer
      ? `${nothing} but a timer, set at ${timer.armedAt} ms. Whoever awaits a promise hears at once: nobody has to ask every now and then, or to guess how long it takes.`
      : `${nothing}.`;
  }
  return `${lost} ms were lost. ${explainLatecomer(trace) ?? ''}`.trim();
}

/** The first piece of work that was started late, and what its caller was waiting for. */
export function explainLatecomer(trace: Trace): string | undefined {
  const work = workOf(trace);
  for (const span of work) {
    const { name, start } = span;
    const offer = trace.offers.find((one) => one.name === name);
    const [before] = endedAt(work, start);
    const isFirst = work.find((one) => one.name === name) === span;
    if (!offer || !before || !isFirst || offer.made.at >= start.at) continue;
    return `${name} was started at ${start.at} ms, just when ${before.name} had ended; there was room for it at ${offer.made.at} ms. ${wasAwaited(before, span)}`;
  }
  return undefined;
}

/** Where somebody calculated, what became of the time when nobody did; undefined where nobody did. */
function explainHands(trace: Trace, lost: number): string | undefined {
  const burns = burnsOf(trace);
  const idle = longestOf(idleTimes(burns), lengthOf);
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
  const late = burns.find((burn) => burn.start.at >= idle[1] && !followsWait(trace, burn));
  return `${rest}${late ? ` ${late.name}, at ${late.start.at} ms, could have had it then, if nobody had waited for something else first.` : ''}`;
}

/** It was begun just when something that waits had ended, and may well have needed it. */
function followsWait(trace: Trace, { start }: Span): boolean {
  return endedAt(workOf(trace), start).some(({ kind }) => kind === 'wait');
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
  return longestOf(found, ({ times }) => lengthOf(times));
}

/** The piece of waiting that was over for the longest time before the CPU, which was free, went on. */
function waitUnheard(trace: Trace): { name: string; over: number; until: number } | undefined {
  const waits = workOf(trace).filter(({ kind }) => kind === 'wait');
  const unheard = idleTimes(burnsOf(trace)).flatMap(([from, until]) =>
    waits.flatMap(({ name, end }) =>
      end && end.at >= from && end.at < until ? [{ name, over: end.at, until }] : [],
    ),
  );
  return longestOf(unheard, ({ over, until }) => until - over);
}

/** The first of the longest ones. */
function longestOf<T>(all: readonly T[], length: (one: T) => number): T | undefined {
  return [...all].sort((a, b) => length(b) - length(a))[0];
}
