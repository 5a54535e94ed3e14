// A queue for each host, and a timer for each pause; of the free hosts, the one with the oldest page is next.
import type { Limits, Page } from '../1-frontier.ts';

interface Host {
  queue: { page: Page; number: number }[];
  open: Page | undefined;
  freeAt: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Frontier {
  #count = 0;
  #isClosed = false;
  readonly #limits: Limits;
  readonly #seen = new Set<string>();
  readonly #hosts = new Map<string, Host>();
  readonly #calls: ((page?: Page) => void)[] = [];

  constructor({ maxDepth, delay }: Limits) {
    const isDepth = maxDepth === Infinity || Number.isInteger(maxDepth);
    if (!isDepth || maxDepth < 0) throw new RangeError(`no depth: ${maxDepth}`);
    if (!Number.isInteger(delay) || delay < 0) throw new RangeError(`no delay: ${delay}`);
    this.#limits = { maxDepth, delay };
  }

  add(text: string, depth: number): boolean {
    let url: URL;
    try {
      url = new URL(text);
    } catch {
      return false;
    }
    url.hash = '';
    if (!['http:', 'https:'].includes(url.protocol)) return false;
    if (depth > this.#limits.maxDepth || this.#seen.has(url.href)) return false;
    this.#seen.add(url.href);
    const host = this.#hosts.get(url.host) ?? {
      queue: [],
      open: undefined,
      freeAt: 0,
      timer: undefined,
    };
    this.#hosts.set(url.host, host);
    host.queue.push({ page: { url: url.href, depth }, number: this.#count++ });
    this.#look();
    return true;
  }

  next(): Promise<Page | undefined> {
    return new Promise((resolve) => {
      this.#calls.push(resolve);
      this.#look();
    });
  }

  done(page: Page): void {
    for (const host of this.#hosts.values())
      if (host.open === page) {
        host.open = undefined;
        host.freeAt = Date.now() + this.#limits.delay;
      }
    this.#look();
  }

  close(): void {
    this.#isClosed = true;
    this.#look();
  }

  #look() {
    const hosts = [...this.#hosts.values()];
    const [free] = hosts
      .filter(({ queue, open, freeAt }) => queue.length > 0 && !open && freeAt <= Date.now())
      .sort((a, b) => Number(a.queue[0]?.number) - Number(b.queue[0]?.number));
    if (this.#isClosed || hosts.every(({ queue, open }) => queue.length === 0 && !open)) {
      for (const call of this.#calls.splice(0)) call();
    } else if (free && this.#calls.length > 0) {
      free.open = free.queue.shift()?.page;
      this.#calls.shift()?.(free.open);
      this.#look();
      return;
    }
    for (const host of hosts) {
      clearTimeout(host.timer);
      if (this.#calls.length === 0 || host.queue.length === 0 || host.open) continue;
      host.timer = setTimeout(() => this.#look(), host.freeAt - Date.now());
    }
  }
}
