import type { Limits, Page } from './1-frontier.ts';
import type { LoadOptions, Outcome } from './2-load.ts';

/** A page, and what came of it. */
export type Result = Page & Outcome;

export interface CrawlOptions extends Limits, Omit<LoadOptions, 'signal'> {
  /** How many places there are for pages: a whole number from 1 on, or Infinity. */
  n: number;
}

/**
 * Loads pages and all that they link to, and yields what came of them. It knows which page is next by a `Frontier`, and
 * loads it with `load`: use yours.
 *
 * - Begins with the pages of `start`, at depth 0. Loads each page once, and yields one result for it: its `url`, its
 *   `depth`, and what `load` fulfilled with. Yields them in the order in which they were loaded, each in that millisecond if
 *   the loop waits.
 * - When a page is loaded, resolves its links against its URL, and adds them at its depth + 1. What is no URL is left out.
 *   They are added before the host of the page is free, and before the result is yielded.
 * - The target of a redirect is added before the links, at the depth of the page. It is a page as any other.
 * - Leaves it to the frontier when a page may be loaded: one of each host at a time, and `delay` ms after the last one was
 *   loaded, whenever that is taken.
 * - Has `n` places. A page takes one when it begins to load, and keeps it until its result is taken: until the promise
 *   of `next` fulfils with it. While a place is free, the frontier's next page begins to load in the millisecond in which there is one.
 * - So the loop decides how fast it goes: while its body works, no more than `n` pages are loading or loaded.
 * - A page that could not be loaded is a result, too. It ends nothing else.
 * - The loop ends in the millisecond in which no page is loading or waiting any more and all results are taken.
 * - Does nothing before the first call of `next`.
 * - When the loop is left, by `break` or by an error, all that is loading is told to stop, also in the pause between two
 *   tries. The loop is left in that millisecond, even if a `fetch` is deaf, and nothing is fetched after that.
 * - Sets no timer of its own, and leaves none. (`setImmediate` counts as one.)
 * - Where `n` is something else, the loop ends with a RangeError, and nothing is fetched. It also ends with what `Frontier`
 *   throws, and with what `load` rejects with.
 * - Each call is a crawl of its own.
 */
export async function* crawl(
  start: readonly string[],
  options: CrawlOptions,
): AsyncGenerator<Result, undefined> {
  // TODO: load what the frontier says, and yield what comes of it.
  throw new Error('TODO: write crawl() in katas/15-capstone/3-crawl.ts');
}
