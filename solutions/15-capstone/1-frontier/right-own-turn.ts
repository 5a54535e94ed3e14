// Each call awaits the one before it. Only the first in line looks, and awaits a change or the end of a pause.
import type { Limits, Page } from '../1-frontier.ts';

export class Frontier {
  readonly #limits: Limits;
  readonly #seen = new Set<string>();
  readonly #waiting: Page[] = [];
  readonly #taken = new Map<string, Page>();
  readonly #pauses = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();
  #change = () => {};
  #isClosed = false;

  constructor({ maxDepth, delay }: Limits) {
    const isDepth = maxDepth === Infinity || Number.isInteger(maxDepth);
    if (!isDepth || maxDepth < 0) throw new RangeError(`no depth: ${maxDepth}`);
    if (!Number.isInteger(delay) || delay < 0) throw new RangeError(`no delay: ${delay}`);
    this.#limits = { maxDepth, delay };
  }

  add(url: string, depth: number): boolean {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
    if (depth > this.#limits.maxDepth) return false;
    const [href = ''] = new URL(url).href.split('#');
    if (this.#seen.has(href)) return false;
    this.#seen.add(href);
    this.#waiting.push({ url: href, depth });
    this.#change();
    return true;
  }

  next(): Promise<Page | undefined> {
    const mine = this.#last.then(() => this.#first());
    this.#last = mine;
    return mine;
  }

  done(page: Page): void {
    const { host } = new URL(page.url);
    if (this.#taken.get(host) !== page) return;
    this.#taken.delete(host);
    this.#pauses.set(host, Date.now() + this.#limits.delay);
    this.#change();
  }

  close(): void {
    this.#isClosed = true;
    this.#change();
  }

  /** What the first call in line gets, as soon as there is something. */
  async #first(): Promise<Page | undefined> {
    for (;;) {
      if (this.#isClosed || (this.#waiting.length === 0 && this.#taken.size === 0)) return;
      const pauses: number[] = [];
      for (const [i, page] of this.#waiting.entries()) {
        const { host } = new URL(page.url);
        if (this.#taken.has(host)) continue;
        const pause = (this.#pauses.get(host) ?? 0) - Date.now();
        if (pause > 0) {
          pauses.push(pause);
          continue;
        }
        this.#waiting.splice(i, 1);
        this.#taken.set(host, page);
        return page;
      }
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        this.#change = resolve;
        if (pauses.length > 0) timer = setTimeout(resolve, Math.min(...pauses));
      });
      clearTimeout(timer);
    }
  }
}
