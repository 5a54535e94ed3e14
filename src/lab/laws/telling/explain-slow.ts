/** Why a run took longer than it had to: what was awaited too early, and what the CPU could have done meanwhile. */
import { quote, quoted } from '../../../text/english.ts';
import {
  burnsOf,
  endedAt,
  idleTimes,
  lengthOf,
  peakOf,
  timerAt,
  totalOf,
  workOf,
} from '../../trace/look.ts';
import type { Span, Times, Trace } from '../../trace/trace.ts';
import { wasAwaited } from './words.ts';

/** @param lost how many ms it took too long */
export function explainSlow(trace: Trace, lost: number): string | undefined {
  const work = workOf(trace);
  const took = trace.outcome.at;
  const isSum = took === totalOf(work) && work.length > 1 && peakOf(work) === 1;
  const cpu = explainCpu(trace, lost, isSum);
  if (isSum) {
    const late = latecomer(trace);
    const why = cpu ?? (late && wasAwaited(late.before, late.span)) ?? '';
    return `That is the sum of all work: one piece ran after another. ${why}`.trim();
  }
  if (cpu) return cpu;
  const [idle] = idleTimes(work, took);
  return idle ? explainIdle(trace, idle) : (explainLatecomer(trace) ?? askAboutLast(trace));
}

/** What ended when the whole did. */
function askAboutLast(trace: Trace): string | undefined {
  const [last] = endedAt(workOf(trace), trace.outcome);
  return (
    last &&
    `${quote(last.name)} ran from ${last.start.at} to ${last.end?.at} ms. Did your code wait for that?`
  );
}

/** A stretch in which no work was running: a timer of its own, or something that is not seen. */
function explainIdle(trace: Trace, [from, to]: Times): string {
  const timer = timerAt(trace, to);
  return timer
    ? `From ${from} to ${to} ms no work was running, only a timer, set at ${timer.armedAt} ms. Does your code poll, or guess a time? A promise calls its handlers as soon as it settles.`
    : `From ${from} to ${to} ms no work was running. What did your code await in that time?`;
}

/** The first piece of work that was started late, and what its caller was waiting for. */
export function explainLatecomer(trace: Trace): string | undefined {
  const late = latecomer(trace);
  if (!late) return undefined;
  const { before, span } = late;
  return `${quote(span.name)} was started only at ${span.start.at} ms, just when ${quote(before.name)} had ended. ${wasAwaited(before, span)}`;
}

/** Work that was started just when other work had ended, and had been there before. */
function latecomer(trace: Trace): { before: Span; span: Span } | undefined {
  const work = workOf(trace);
  for (const span of work) {
    const { name, start } = span;
    const offer = trace.offers.find((one) => one.name === name);
    const [before] = endedAt(work, start).filter(({ blocks }) => !blocks);
    const isFirst = work.find((one) => one.name === name) === span;
    if (offer && before && isFirst && offer.made.at < start.at) return { before, span };
  }
  return undefined;
}

/** Where there is CPU work, what became of the time when there was none; undefined where there is none. */
function explainCpu(trace: Trace, lost: number, isSum: boolean): string | undefined {
  const burns = burnsOf(trace);
  const idle = longestOf(idleTimes(burns), lengthOf);
  if (!idle) return undefined;
  const onTimers = timesOnTimers(trace);
  if (totalLength(onTimers) >= lost) {
    const [[from, to]] = onTimers as [Times];
    return `From ${from} to ${to} ms the CPU was idle: your code waited for a timer, set at ${timerAt(trace, to)?.armedAt} ms. Did it have to wait?`;
  }
  const wait = waitIgnored(trace);
  if (wait && wait.until - wait.over >= lost / 2) {
    return `${quote(wait.name)} ended at ${wait.over} ms, but the CPU stayed idle until ${wait.until} ms. Is it awaited together with others, or after them?`;
  }
  const rest = `From ${idle[0]} to ${idle[1]} ms the CPU was idle.`;
  const before = stretchBeforeWait(trace);
  // What is started sooner saves no more than the stretch is long.
  if (before && lengthOf(before.times) >= lost) {
    return `${quoted(before.names)} used the CPU from ${before.times[0]} to ${before.times[1]} ms, and ${quote(before.wait.name)} was started only at ${before.wait.start.at} ms. ${isSum ? '' : `${rest} `}First start the work that waits, then compute.`;
  }
  const late = burns.find((burn) => burn.start.at >= idle[1] && !followsWait(trace, burn));
  return `${rest}${late ? ` Could ${quote(late.name)}, which started at ${late.start.at} ms, have run in that time?` : ''}`;
}

/** Stretches in which the CPU was idle until a timer of the learner's code fired, and no work ended. */
function timesOnTimers(trace: Trace): Times[] {
  return idleTimes(burnsOf(trace), trace.outcome.at).flatMap(([from, to]): Times[] => {
    const timer = timerAt(trace, to);
    const ended = endedAt(workOf(trace), { at: to }).some(({ kind }) => kind === 'wait');
    return timer && !ended ? [[Math.max(from, timer.armedAt), to]] : [];
  });
}

const totalLength = (stretches: readonly Times[]) =>
  stretches.reduce((sum, stretch) => sum + lengthOf(stretch), 0);

/** It was begun just when something that waits had ended, and may well have needed it. */
function followsWait(trace: Trace, { start }: Span): boolean {
  return endedAt(workOf(trace), start).some(({ kind }) => kind === 'wait');
}

interface Stretch {
  readonly times: Times;
  readonly names: readonly string[];
  readonly wait: Span;
}

/** The longest stretch of computing in which nothing that waits was started, and what then was. */
function stretchBeforeWait(trace: Trace): Stretch | undefined {
  const found: Stretch[] = [];
  let burns: Span[] = [];
  for (const span of workOf(trace)) {
    const [first] = burns;
    const last = burns.at(-1);
    if (span.kind === 'burn') {
      burns = last?.end?.at === span.start.at ? [...burns, span] : [span];
    } else if (first && last?.end) {
      const names = [...new Set(burns.map(({ name }) => name))];
      found.push({ times: [first.start.at, last.end.at], names, wait: span });
      burns = [];
    }
  }
  return longestOf(found, ({ times }) => lengthOf(times));
}

/** The piece of waiting that was over for the longest time before the CPU, which was free, went on. */
function waitIgnored(trace: Trace): { name: string; over: number; until: number } | undefined {
  const waits = workOf(trace).filter(({ kind }) => kind === 'wait');
  const ignored = idleTimes(burnsOf(trace)).flatMap(([from, until]) =>
    waits.flatMap(({ name, end }) =>
      end && end.at >= from && end.at < until ? [{ name, over: end.at, until }] : [],
    ),
  );
  return longestOf(ignored, ({ over, until }) => until - over);
}

/** The first of the longest ones. */
function longestOf<T>(all: readonly T[], length: (one: T) => number): T | undefined {
  return [...all].sort((a, b) => length(b) - length(a))[0];
}
