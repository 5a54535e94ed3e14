/** A page that is to be loaded. */
export interface Page {
  /** As `URL` writes it, without a fragment (`#…`). */
  url: string;
  /** How many links it is away from where the crawl began. */
  depth: number;
}

/** How far a crawl goes, and how polite it is. */
export interface Limits {
  /** The largest depth of a page. */
  maxDepth: number;
  /** How long a host is left alone after each page, in ms. */
  delay: number;
}

/**
 * What a crawler knows of the pages that it has found: which one is next, and when.
 *
 * - `add` takes a page of http or https whose depth is at most `maxDepth`, and returns true. It returns false for all
 *   others, also for a text that is no URL.
 * - `add` takes each page once, whether it is waiting, open or done, and returns false after that. Two URLs are the same
 *   page if `URL` writes them in the same way without their fragments. The first depth stays.
 * - A page is waiting until `next` fulfils with it, open from then on, and done when it is passed to `done`.
 *   While nothing is open, `next` fulfils with the page that was added first of those that are waiting.
 * - Of each host (`new URL(url).host`), at most one page is open: `next` fulfils with the page that was added first of those
 *   whose host is free. So one host overtakes another one, and the pages of one host keep their order.
 * - After `done`, the host stays taken for `delay` ms more.
 * - While no page is waiting and none is open, `next` fulfils with undefined, also for all calls that wait already. An open
 *   page may still bring links: until it is done, calls wait.
 * - `next` fulfils in the first millisecond in which there is such a page. The calls that wait are served in their order,
 *   and a newcomer never overtakes them, in whatever microtask it comes.
 * - Only the first call of `done` for a page counts. A later one does nothing.
 * - `close` ends it early. From then on, `next` fulfils with undefined, also for all calls that wait already. `add` answers
 *   as before.
 * - Sets a timer only while a call waits for the end of a pause, and leaves none when no call waits. (`setImmediate`
 *   counts as one.)
 * - `maxDepth` is a whole number from 0 on, or Infinity, and `delay` a whole number from 0 on. For any other value, the
 *   constructor throws a RangeError.
 * - Each `Frontier` has its own pages and hosts. When all its pages are done, it goes on as at the beginning, but for the
 *   pages that it has seen.
 */
export class Frontier {
  constructor(limits: Limits) {
    // TODO: keep what you need to know of pages, hosts and calls.
    throw new Error('TODO: write the constructor in katas/15-capstone/1-frontier.ts');
  }

  add(url: string, depth: number): boolean {
    // TODO: take the page if it is new, and say whether it is.
    throw new Error('TODO: write add() in katas/15-capstone/1-frontier.ts');
  }

  next(): Promise<Page | undefined> {
    // TODO: wait until a page of a free host is there, or until there will be none.
    throw new Error('TODO: write next() in katas/15-capstone/1-frontier.ts');
  }

  done(page: Page): void {
    // TODO: leave its host alone for a while, and see for whom this makes a difference.
    throw new Error('TODO: write done() in katas/15-capstone/1-frontier.ts');
  }

  close(): void {
    // TODO: send all calls home.
    throw new Error('TODO: write close() in katas/15-capstone/1-frontier.ts');
  }
}
