// An async generator looks for the next page; it queues the calls of `next` by itself.
import { EventEmitter, once } from 'node:events';
import type { Limits, Page } from '../1-frontier.ts';

export class Frontier {
  readonly #limits: Limits;
  readonly #pages: Page[] = [];
  readonly #states = new Map<Page, 'open' | 'done'>();
  readonly #freeAt: Record<string, number> = {};
  readonly #news = new EventEmitter();
  readonly #search = this.#results();
  #isClosed = false;

  constructor({ maxDepth, delay }: Limits) {
    const isDepth = maxDepth === Infinity || Number.isInteger(maxDepth);
    if (!isDepth || maxDepth < 0) throw new RangeError(`no depth: ${maxDepth}`);
    if (!Number.isInteger(delay) || delay < 0) throw new RangeError(`no delay: ${delay}`);
    this.#limits = { maxDepth, delay };
  }

  add(url: string, depth: number): boolean {
    if (!URL.canParse(url) || depth > this.#limits.maxDepth) return false;
    const it = new URL(url);
    if (it.protocol !== 'http:' && it.protocol !== 'https:') return false;
    it.hash = '';
    if (this.#pages.some((page) => page.url === it.href)) return false;
    this.#pages.push({ url: it.href, depth });
    this.#news.emit('news');
    return true;
  }

  async next(): Promise<Page | undefined> {
    const { value } = await this.#search.next();
    return value as Page | undefined;
  }

  done(page: Page): void {
    if (this.#states.get(page) !== 'open') return;
    this.#states.set(page, 'done');
    this.#freeAt[new URL(page.url).host] = Date.now() + this.#limits.delay;
    this.#news.emit('news');
  }

  close(): void {
    this.#isClosed = true;
    this.#news.emit('news');
  }

  async *#results(): AsyncGenerator<Page | undefined> {
    for (;;) {
      const isOver = this.#pages.every((page) => this.#states.get(page) === 'done');
      const waiting = this.#pages.filter((page) => !this.#states.has(page));
      const ends = waiting.map(({ url }) => this.#freeAt[new URL(url).host] ?? 0);
      const page = waiting.find((_, i) => (ends[i] as number) <= Date.now());
      if (isOver || this.#isClosed) yield undefined;
      else if (page) {
        this.#states.set(page, 'open');
        this.#freeAt[new URL(page.url).host] = Infinity;
        yield page;
      } else {
        const ms = Math.min(...ends) - Date.now();
        const timer = ms < Infinity ? setTimeout(() => this.#news.emit('news'), ms) : undefined;
        await once(this.#news, 'news');
        clearTimeout(timer);
      }
    }
  }
}
