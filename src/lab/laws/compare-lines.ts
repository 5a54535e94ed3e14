/** How what was logged is compared with what was to be. */
import { isDeepStrictEqual } from 'node:util';
import { linesOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import type { Breach } from './breach.ts';

/** A line that is logged at this ms. */
export type LineAt = readonly [ms: number, line: string];

/** The index at which two lists differ first, and where one of them may have ended; -1 where they do not. */
export function firstDifference(some: readonly unknown[], others: readonly unknown[]): number {
  const longer = some.length > others.length ? some : others;
  return longer.findIndex((_, i) => !isDeepStrictEqual(some[i], others[i]));
}

interface Disorder {
  readonly breach: Breach;
  /** Two lines that both came, the first of them too early. */
  readonly swapped?: { readonly got: string; readonly want: string };
}

/** Where the lines logged are others than these, or in another order; at which ms does not matter. */
export function outOfOrder(trace: Trace, expected: readonly string[]): Disorder | undefined {
  const lines = linesOf(trace).map(({ line }) => line);
  const wrong = firstDifference(lines, expected);
  if (wrong < 0) return undefined;
  const [got, want] = [lines[wrong], expected[wrong]];
  const breach = (fact: string): Disorder => ({
    breach: { fact, lists: { yours: lines, 'to reach': expected }, picture: false },
  });
  if (got === undefined) return breach(`${show(want)} never came.`);
  const isAgain = lines.indexOf(got) < wrong;
  if (want === undefined || isAgain) {
    return breach(
      `${show(got)} came${isAgain ? ' once more' : ''}, and nothing of the kind was due.`,
    );
  }
  if (!lines.includes(want)) return breach(`${show(want)} never came.`);
  return {
    ...breach(`${show(got)} came before ${show(want)}; ${show(want)} comes first.`),
    swapped: { got, want },
  };
}
