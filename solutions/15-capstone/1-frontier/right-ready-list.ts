// Hands each page on along the chain of its host, by callbacks; only the first page of each host is a candidate.
import type { Limits, Page } from '../1-frontier.ts';

interface Candidate {
  page: Page;
  number: number;
  /** From when on it may be opened, by the clock of `performance`. */
  from: number;
}

export class Frontier {
  readonly #limits: Limits;
  readonly #lines = new Map<string, Candidate[]>();
  readonly #candidates = new Set<Candidate>();
  readonly #seen = new Map<string, true>();
  readonly #open = new WeakSet<Page>();
  readonly #calls: ((page: Page | undefined) => void)[] = [];
  #left = 0;
  #isClosed = false;
  #stopTimer = () => {};

  constructor({ maxDepth, delay }: Limits) {
    const isDepth = maxDepth === Infinity || Number.isInteger(maxDepth);
    if (!isDepth || maxDepth < 0) throw new RangeError(`no depth: ${maxDepth}`);
    if (!Number.isInteger(delay) || delay < 0) throw new RangeError(`no delay: ${delay}`);
    this.#limits = { maxDepth, delay };
  }

  add(url: string, depth: number): boolean {
    if (!URL.canParse(url)) return false;
    const parsed = new URL(url);
    parsed.hash = '';
    const { href, host, protocol } = parsed;
    if (!['https:', 'http:'].includes(protocol) || depth > this.#limits.maxDepth) return false;
    if (this.#seen.has(href)) return false;
    this.#seen.set(href, true);
    this.#left++;
    const line = this.#lines.get(host);
    const candidate = { page: { url: href, depth }, number: this.#seen.size, from: 0 };
    if (line) line.push(candidate);
    else {
      this.#lines.set(host, []);
      this.#candidates.add(candidate);
    }
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
    this.#left--;
    const { host } = new URL(page.url);
    const from = performance.now() + this.#limits.delay;
    const following = this.#lines.get(host)?.shift();
    // An empty line keeps the time for a page that is added later.
    if (following) this.#candidates.add(Object.assign(following, { from }));
    else this.#lines.set(host, this.#emptyLine(from));
    this.#serve();
  }

  close(): void {
    this.#isClosed = true;
    this.#serve();
  }

  /** Makes a candidate of the first page that comes into it. */
  #emptyLine(from: number): Candidate[] {
    const line: Candidate[] = [];
    line.push = (candidate) => {
      line.push = Array.prototype.push;
      this.#candidates.add(Object.assign(candidate, { from }));
      return 0;
    };
    return line;
  }

  #serve() {
    this.#stopTimer();
    const byNumber = [...this.#candidates].sort((a, b) => a.number - b.number);
    for (const candidate of byNumber) {
      if (this.#calls.length === 0 || this.#isClosed) break;
      if (candidate.from > performance.now()) continue;
      this.#candidates.delete(candidate);
      this.#open.add(candidate.page);
      this.#calls.shift()?.(candidate.page);
    }
    if (this.#isClosed || this.#left === 0)
      for (const call of this.#calls.splice(0)) call(undefined);
    if (this.#calls.length === 0 || this.#candidates.size === 0) return;
    const first = Math.min(...Array.from(this.#candidates, ({ from }) => from));
    const timer = setTimeout(() => this.#serve(), Math.ceil(first - performance.now()));
    this.#stopTimer = () => clearTimeout(timer);
  }
}
