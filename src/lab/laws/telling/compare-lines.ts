/** How what was logged is compared with what was to be. */
import { isDeepStrictEqual } from 'node:util';
import { count } from '../../../text/english.ts';
import { linesOf } from '../../trace/look.ts';
import type { Trace } from '../../trace/trace.ts';
import { show } from '../../trace/value.ts';
import type { Breach } from './breach.ts';
import { whyPrinted } from './words.ts';

/** A line that is logged at this ms. */
export type LineAt = readonly [ms: number, line: string];

/** Lines, and behind them what a spec says to a learner where the run itself does not show why. */
export type LinesAt = LineAt[] | [...LineAt[], because: string];

interface Asked {
  readonly lines: readonly LineAt[];
  readonly because: string | undefined;
}

export function askedOf(asked: LinesAt): Asked {
  const all: readonly (LineAt | string)[] = asked;
  return {
    lines: all.filter((one) => typeof one !== 'string'),
    because: all.find((one) => typeof one === 'string'),
  };
}

/** The index at which two lists differ first, and where one of them may have ended; -1 where they do not. */
export function firstDifference(some: readonly unknown[], others: readonly unknown[]): number {
  const longer = some.length > others.length ? some : others;
  return longer.findIndex((_, i) => !isDeepStrictEqual(some[i], others[i]));
}

interface Disorder {
  readonly breach: Breach;
  /** Two lines that were both logged, the first of them too early. */
  readonly swapped?: { readonly got: string; readonly want: string };
}

/** Where the lines logged are others than these, or in another order; at which ms does not matter. */
export function outOfOrder(trace: Trace, expected: readonly string[]): Disorder | undefined {
  const lines = linesOf(trace).map(({ line }) => line);
  const wrong = firstDifference(lines, expected);
  if (wrong < 0) return undefined;
  const [got, want] = [lines[wrong], expected[wrong]];
  const breach = (fact: string, possible?: string): Disorder => ({
    breach: { fact, possible, lists: { yours: lines, 'to reach': expected }, picture: false },
  });
  const timesIn = (all: readonly string[], wanted: string) =>
    all.filter((line) => line === wanted).length;
  if (
    got !== undefined &&
    lines.indexOf(got) < wrong &&
    timesIn(lines, got) > timesIn(expected, got)
  ) {
    return breach(
      `${show(got)} was logged more often than expected.`,
      'Is the code that logs it called, or queued, in two places?',
    );
  }
  if (want === undefined) {
    return breach(
      `${show(got)} was logged at the end; nothing more was expected.`,
      'Which code logs it, and what calls that code?',
    );
  }
  if (!lines.includes(want)) {
    const never = breach(
      `${show(want)} was never logged.`,
      'Was the code that logs it ever called?',
    );
    return { breach: { ...never.breach, ...whyPrinted(trace, want) } };
  }
  const [times, due] = [timesIn(lines, want), timesIn(expected, want)];
  // A list may end early only where something is missing.
  if (got === undefined || times < due) {
    return breach(
      `${show(want)} was logged ${count(times, 'time')}; expected ${due}.`,
      'Is the code that logs it called, or queued, as often as that?',
    );
  }
  return {
    ...breach(`${show(got)} was logged before ${show(want)}; expected ${show(want)} first.`),
    swapped: { got, want },
  };
}
