// Forgets the pauses when all pages are done.
// Fails: leaves a host alone for delay ms after each page
// Says: A host is free again `delay` ms after its page was passed to `done`.
import type { Limits, Page } from '../1-frontier.ts';

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
      if (!page && isOver) this.#freeAt.clear();
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
