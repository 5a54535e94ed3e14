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
  readonly #limits: Limits;
  readonly #seen = new Set<string>();
  readonly #waiting: Page[] = [];
  readonly #open = new Set<Page>();
  /** When a host is free again: Infinity while a page of it is open. */
  readonly #freeAt = new Map<string, number>();
  readonly #calls: ((page: Page | undefined) => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(limits: Limits) {
    const { maxDepth, delay } = limits;
    const isDepth = maxDepth === Infinity || Number.isInteger(maxDepth);
    if (!isDepth || maxDepth < 0) throw new RangeError(`no depth: ${maxDepth}`);
    if (!Number.isInteger(delay) || delay < 0) throw new RangeError(`no delay: ${delay}`);
    this.#limits = { maxDepth, delay };
  }

  add(url: string, depth: number): boolean {
    if (!URL.canParse(url) || depth > this.#limits.maxDepth) return false;
    const parsed = new URL(url);
    parsed.hash = '';
    const { href, protocol } = parsed;
    if ((protocol !== 'http:' && protocol !== 'https:') || this.#seen.has(href)) return false;
    this.#seen.add(href);
    this.#waiting.push({ url: href, depth });
    this.#serve();
    return true;
  }

  next(): Promise<Page | undefined> {
    return new Promise((resolve) => {
      this.#calls.push(resolve);
      this.#serve();
    });
  }

  done(page: Page): void {
    if (!this.#open.delete(page)) return;
    this.#freeAt.set(new URL(page.url).host, Date.now() + this.#limits.delay);
    this.#serve();
  }

  close(): void {
    this.#isClosed = true;
    this.#serve();
  }

  /** Serves the calls that can be served, and sets a timer for the first one that a pause holds up. */
  #serve(): void {
    clearTimeout(this.#timer);
    while (this.#calls.length > 0) {
      const page = this.#isClosed ? undefined : this.#take();
      const isOver = this.#waiting.length === 0 && this.#open.size === 0;
      if (!page && !isOver && !this.#isClosed) break;
      this.#calls.shift()?.(page);
    }
    if (this.#calls.length === 0) return;
    const soonest = this.#waiting.reduce(
      (ms, { url }) => Math.min(ms, this.#freeFrom(url)),
      Infinity,
    );
    if (soonest < Infinity) this.#timer = setTimeout(() => this.#serve(), soonest - Date.now());
  }

  /** Opens the first page whose host is free. */
  #take(): Page | undefined {
    const now = Date.now();
    const index = this.#waiting.findIndex(({ url }) => this.#freeFrom(url) <= now);
    const [page] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (!page) return undefined;
    this.#open.add(page);
    this.#freeAt.set(new URL(page.url).host, Infinity);
    return page;
  }

  #freeFrom(url: string): number {
    return this.#freeAt.get(new URL(url).host) ?? 0;
  }
}
