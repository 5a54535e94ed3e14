// A map of all pages with their states, and an EventTarget that is told of each change.
import type { Limits, Page } from '../1-frontier.ts';

type State = 'waiting' | 'open' | 'done';

export class Frontier {
  readonly #pages = new Map<string, { page: Page; host: string; state: State }>();
  readonly #freeAt = new Map<string, number>();
  readonly #calls = new Set<(page: Page | undefined) => void>();
  readonly #limits: Limits;
  readonly #changes = new EventTarget();
  #isClosed = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

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
    if (!/^https?:/.test(parsed.protocol)) return false;
    const { href } = parsed;
    if (this.#pages.has(href) || !(depth <= this.#limits.maxDepth)) return false;
    this.#pages.set(href, { page: { url: href, depth }, host: parsed.host, state: 'waiting' });
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
    this.#freeAt.set(entry.host, Date.now() + this.#limits.delay);
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
    clearTimeout(this.#pause);
    const all = [...this.#pages.values()].filter(({ state }) => state !== 'done');
    const taken = new Set<string>();
    for (const { host, state } of all) if (state === 'open') taken.add(host);
    const waiting = all.filter(({ host, state }) => state === 'waiting' && !taken.has(host));
    const [call] = this.#calls;
    if (!call) return;
    const isOver = this.#isClosed || all.length === 0;
    const next = waiting.find(({ host }) => (this.#freeAt.get(host) ?? 0) <= Date.now());
    if (next || isOver) {
      if (next && !isOver) next.state = 'open';
      this.#calls.delete(call);
      call(isOver ? undefined : next?.page);
      this.#tell();
    } else if (waiting.length > 0) {
      const ends = waiting.map(({ host }) => this.#freeAt.get(host) ?? 0);
      this.#pause = setTimeout(() => this.#tell(), Math.min(...ends) - Date.now());
    }
  }
}
