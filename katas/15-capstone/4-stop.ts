import type { Page } from './1-frontier.ts';
import type { CrawlOptions, Result } from './3-crawl.ts';

/** What a crawl knows, as plain JSON. */
export interface State {
  /** The URL of each page that was ever added. */
  seen: string[];
  /** The pages of which no result was taken. */
  waiting: Page[];
}

export interface StopOptions extends CrawlOptions {
  /** Stops the crawl. */
  signal: AbortSignal;
  /** How long a page that is loading may go on after that, in ms: a whole number from 0 on. */
  grace: number;
}

/**
 * A `crawl` (15/3) that stops when it is told to, and loses nothing. Another one goes on where it has stopped.
 *
 * - When `signal` is aborted, no page and no second try begins any more. A try that is running may go on for `grace` ms. If its
 *   page is loaded by then, that is a result as any other, and its links are added.
 * - As long as it is not aborted, the loop yields what `crawl` yields for the same pages, and as fast.
 * - A page that is still loading after `grace` ms is told to stop, in that millisecond. With a `grace` of 0, that is when `signal` is aborted.
 * - A page that was told to stop, or would need a second try, has no result, and is waiting again.
 * - The loop ends, and does not throw, in the millisecond in which each `fetch` of these pages has settled, also one that is deaf
 *   to its time limit, and all results are taken. It waits neither for the end of `grace` nor for that of a pause between two tries.
 * - When `signal` was aborted before the first call of `next`, the loop ends at once, and fetches nothing.
 * - `state()` is what is known at this moment, as plain JSON. In `waiting`, in whatever order, is each page of which no result was taken,
 *   also those that are loading or loaded. What is changed in it changes nothing in the crawl, and it does not change later.
 * - `new Crawl(state, …)` goes on, also with what `JSON.parse` makes of a state: it loads what was waiting, and adds no page that was seen.
 *   All pauses of hosts are over.
 * - When the loop is left, by `break` or by an error, it does what `crawl` does, without `grace`. What was loading, or loaded and not
 *   taken, is waiting again.
 * - Does nothing before the first call of `next`. Of its own, sets a timer only for `grace`, and leaves none. Leaves no listener on `signal`.
 * - The constructor throws a RangeError for an `n`, `maxDepth`, `delay` or `grace` that makes no sense. The loop ends with what `load` rejects with.
 * - Each `Crawl` is on its own.
 */
export class Crawl implements AsyncIterable<Result> {
  constructor(start: readonly string[] | State, options: StopOptions) {
    // TODO: begin at the start, or where a state has stopped.
    throw new Error('TODO: write the constructor in katas/15-capstone/4-stop.ts');
  }

  state(): State {
    // TODO: say what was seen, and of which pages no result was taken.
    throw new Error('TODO: write state() in katas/15-capstone/4-stop.ts');
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Result, undefined> {
    // TODO: your crawl, which now stops when it is told to.
    throw new Error('TODO: write [Symbol.asyncIterator]() in katas/15-capstone/4-stop.ts');
  }
}
