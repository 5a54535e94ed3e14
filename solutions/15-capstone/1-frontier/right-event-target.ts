// A map of all pages with their states, and an EventTarget that is told of each change. The pause is one of timers/promises.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Limits, Page } from '../1-frontier.ts';

type State = 'waiting' | 'open' | 'done';

export class Frontier {
  readonly #pages = new Map<string, { page: Page; state: State }>();
  readonly #freeAt = new Map<string, number>();
  readonly #calls = new Set<(page: Page | undefined) => void>();
  readonly #limits: Limits;
  readonly #changes = new EventTarget();
  #isClosed = false;
  #pause = new AbortController();

  constructor(limits: Limits) {
    const { maxDepth, delay } = limits;
    const isDepth = maxDepth === Infinity || Number.isInteger(maxDepth);
    if (!isDepth || maxDepth < 0) throw new RangeError(`no depth: ${maxDepth}`);
    if (!Number.isInteger(delay) || delay < 0) throw new RangeError(`no delay: ${delay}`);
    this.#limits = { ...limits };
    this.#changes.addEventListener('change', () => this.#serve());
  }

  add(url: string, depth: number): boolean {
    const parsed = URL.canParse(url) ? new URL(url) : new URL('about:blank');
    parsed.hash = '';
    if (!parsed.protocol.startsWith('http') || parsed.host === '') return false;
    if (!/^https?:/.test(parsed.protocol)) return false;
    const { href } = parsed;
    if (this.#pages.has(href) || !(depth <= this.#limits.maxDepth)) return false;
    this.#pages.set(href, { page: { url: href, depth }, state: 'waiting' });
    this.#tell();
    return true;
  }

  next(): Promise<Page | undefined> {
    return new Promise((resolve) => {
      this.#calls.add(resolve);
      this.#tell();
    });
  }

  done({ url }: Page): void {
    const entry = this.#pages.get(url);
    if (entry?.state !== 'open') return;
    entry.state = 'done';
    this.#freeAt.set(new URL(url).host, Date.now() + this.#limits.delay);
    this.#tell();
  }

  close(): void {
    this.#isClosed = true;
    this.#tell();
  }

  #tell() {
    this.#changes.dispatchEvent(new Event('change'));
  }

  #serve() {
    this.#pause.abort();
    const all = [...this.#pages.values()];
    for (const call of this.#calls) {
      const isOver = all.every(({ state }) => state === 'done');
      const next = this.#isClosed ? undefined : all.find((one) => this.#canBeOpened(one, all));
      if (!next && !isOver && !this.#isClosed) return this.#waitForPause(all);
      if (next) next.state = 'open';
      this.#calls.delete(call);
      call(next?.page);
    }
  }

  #canBeOpened({ page, state }: { page: Page; state: State }, all: { page: Page; state: State }[]) {
    const { host } = new URL(page.url);
    const isTaken = all.some((one) => one.state === 'open' && new URL(one.page.url).host === host);
    return state === 'waiting' && !isTaken && (this.#freeAt.get(host) ?? 0) <= Date.now();
  }

  #waitForPause(all: { page: Page; state: State }[]) {
    const isOpen = (host: string) =>
      all.some(({ page, state }) => state === 'open' && new URL(page.url).host === host);
    const ends = all
      .filter(({ page, state }) => state === 'waiting' && !isOpen(new URL(page.url).host))
      .map(({ page }) => this.#freeAt.get(new URL(page.url).host) ?? 0);
    if (ends.length === 0) return;
    this.#pause = new AbortController();
    const { signal } = this.#pause;
    sleep(Math.min(...ends) - Date.now(), undefined, { signal }).then(
      () => this.#tell(),
      () => {},
    );
  }
}
