// Moves hosts between three sets: free, busy, in a pause. One timer, for the pause that ends first.
import type { Limits, Page } from '../1-frontier.ts';

export class Frontier {
  readonly #maxDepth: number;
  readonly #delay: number;
  readonly #known: Record<string, true> = Object.create(null);
  #waiting: readonly Page[] = [];
  #busy: readonly Page[] = [];
  #pauses: readonly { host: string; until: number }[] = [];
  #calls: readonly ((page: Page | undefined) => void)[] = [];
  #alarm: ReturnType<typeof setTimeout> | undefined;
  #isOpen = true;

  constructor({ maxDepth, delay }: Limits) {
    const isDepth = maxDepth === Infinity || Number.isInteger(maxDepth);
    if (!isDepth || maxDepth < 0) throw new RangeError(`no depth: ${maxDepth}`);
    if (!Number.isInteger(delay) || delay < 0) throw new RangeError(`no delay: ${delay}`);
    this.#maxDepth = maxDepth;
    this.#delay = delay;
  }

  add(url: string, depth: number): boolean {
    try {
      const clean = new URL(url);
      clean.hash = '';
      const { protocol, href } = clean;
      if (protocol !== 'http:' && protocol !== 'https:') return false;
      if (depth > this.#maxDepth || this.#known[href]) return false;
      this.#known[href] = true;
      this.#waiting = [...this.#waiting, { url: href, depth }];
    } catch {
      return false;
    }
    this.#work();
    return true;
  }

  next(): Promise<Page | undefined> {
    return new Promise((resolve) => {
      this.#calls = [...this.#calls, resolve];
      this.#work();
    });
  }

  done(page: Page): void {
    const rest = this.#busy.filter((one) => one !== page);
    if (rest.length === this.#busy.length) return;
    this.#busy = rest;
    const until = Date.now() + this.#delay;
    this.#pauses = [...this.#pauses, { host: new URL(page.url).host, until }];
    this.#work();
  }

  close(): void {
    this.#isOpen = false;
    this.#work();
  }

  #work() {
    clearTimeout(this.#alarm);
    this.#pauses = this.#pauses.filter(({ until }) => until > Date.now());
    const [call, ...others] = this.#calls;
    if (!call) return;
    const isOver = this.#waiting.length + this.#busy.length === 0;
    const isIn = (pages: readonly Page[], host: string) =>
      pages.some(({ url }) => new URL(url).host === host);
    const page = this.#waiting.find(({ url }) => {
      const { host } = new URL(url);
      return !isIn(this.#busy, host) && this.#pauses.every((pause) => pause.host !== host);
    });
    if (!this.#isOpen || isOver || page) {
      this.#calls = others;
      const given = this.#isOpen ? page : undefined;
      if (given) {
        this.#busy = [...this.#busy, given];
        this.#waiting = this.#waiting.filter((one) => one !== given);
      }
      call(given);
      this.#work();
      return;
    }
    const ends = this.#pauses.filter(({ host }) => isIn(this.#waiting, host));
    if (ends.length === 0) return;
    const first = Math.min(...ends.map(({ until }) => until));
    this.#alarm = setTimeout(() => this.#work(), first - Date.now());
  }
}
