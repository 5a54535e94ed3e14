// Prefers a page of another host than the last one, whichever was added first.
// Fails: fulfils with the page that was added first
// Says: All hosts are free: `next` fulfils with the page that was added first.
import type { Limits, Page } from '../1-frontier.ts';

export class Frontier {
  readonly #limits: Limits;
  readonly #seen = new Set<string>();
  #waiting: Page[] = [];
  readonly #open = new Set<Page>();
  readonly #freeAt = new Map<string, number>();
  #isClosed = false;
  readonly #calls: ((page: Page | undefined) => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';

  constructor({ maxDepth, delay }: Limits) {
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
    if (!/^https?:$/.test(protocol) || this.#seen.has(href)) return false;
    this.#seen.add(href);
    this.#waiting.push({ url: href, depth });
    this.#wake();
    return true;
  }

  done(page: Page): void {
    if (!this.#open.delete(page)) return;
    this.#freeAt.set(new URL(page.url).host, Date.now() + this.#limits.delay);
    this.#wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  next(): Promise<Page | undefined> {
    return new Promise((resolve) => {
      this.#calls.push(resolve);
      this.#wake();
    });
  }

  #wake() {
    clearTimeout(this.#timer);
    while (this.#calls.length > 0) {
      const page = this.#isClosed ? undefined : this.#take();
      if (!page && !this.#isClosed && this.#waiting.length + this.#open.size > 0) break;
      this.#calls.shift()?.(page);
    }
    if (this.#calls.length === 0) return;
    const soonest = Math.min(...this.#waiting.map(({ url }) => this.#freeFrom(url)));
    if (soonest < Infinity) this.#timer = setTimeout(() => this.#wake(), soonest - Date.now());
  }

  #take(): Page | undefined {
    const free = this.#waiting.filter(({ url }) => this.#freeFrom(url) <= Date.now());
    const page = free.find(({ url }) => new URL(url).host !== this.#last) ?? free[0];
    if (!page) return undefined;
    this.#last = new URL(page.url).host;
    this.#waiting = this.#waiting.filter((one) => one !== page);
    this.#open.add(page);
    this.#freeAt.set(this.#last, Infinity);
    return page;
  }

  #freeFrom(url: string): number {
    return this.#freeAt.get(new URL(url).host) ?? 0;
  }
}
