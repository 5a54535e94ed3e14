// Sleeps through a pause, deaf to all that comes meanwhile.
// Fails: leaves a host alone for delay ms after each page
// Fails: serves the calls that wait in their order, before any newcomer
// Fails: fulfils with undefined after close
// Fails: sets a timer only while a call waits for the end of a pause
// Says: A timer fired at 27 ms, which was set at 7 ms.
import type { Limits, Page } from '../1-frontier.ts';

export class Frontier {
  readonly #limits: Limits;
  readonly #seen = new Set<string>();
  #waiting: Page[] = [];
  readonly #open = new Set<Page>();
  readonly #freeAt = new Map<string, number>();
  #isClosed = false;

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

  async next(): Promise<Page | undefined> {
    while (!this.#isClosed && this.#waiting.length + this.#open.size > 0) {
      const page = this.#take();
      if (page) return page;
      const ms = Math.min(...this.#waiting.map(({ url }) => this.#freeFrom(url))) - Date.now();
      await new Promise<void>((resolve) => {
        if (ms < Infinity) setTimeout(resolve, ms);
        else this.#sleepers.push(resolve);
      });
    }
    return undefined;
  }

  readonly #sleepers: (() => void)[] = [];

  #wake() {
    for (const sleeper of this.#sleepers.splice(0)) sleeper();
  }

  #take(): Page | undefined {
    const page = this.#waiting.find(({ url }) => this.#freeFrom(url) <= Date.now());
    if (!page) return undefined;
    this.#waiting = this.#waiting.filter((one) => one !== page);
    this.#open.add(page);
    this.#freeAt.set(new URL(page.url).host, Infinity);
    return page;
  }

  #freeFrom(url: string): number {
    return this.#freeAt.get(new URL(url).host) ?? 0;
  }
}
