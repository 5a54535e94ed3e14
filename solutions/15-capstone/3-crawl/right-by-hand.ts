// A class with `next` and `return`, written by hand: results and calls of `next` wait in two lists.
import { Frontier, type Page } from '../1-frontier.ts';
import { load, type Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

type Call = PromiseWithResolvers<IteratorResult<Result, undefined>>;

interface PromiseWithResolvers<T> {
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
}

const END = { done: true, value: undefined } as const;

class Crawler implements AsyncIterableIterator<Result, undefined> {
  readonly #start: readonly string[];
  readonly #options: CrawlOptions;
  readonly #stop = new AbortController();
  readonly #loaded: Result[] = [];
  readonly #calls: Call[] = [];
  #frontier: Frontier | undefined;
  #places = 0;
  #isAsking = false;
  #isOver = false;

  constructor(start: readonly string[], options: CrawlOptions) {
    this.#start = start;
    this.#options = options;
  }

  async next(): Promise<IteratorResult<Result, undefined>> {
    if (!this.#frontier && !this.#isOver) this.#begin();
    return new Promise((resolve, reject) => {
      this.#calls.push({ resolve, reject });
      this.#deliver();
    });
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#end();
    return END;
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  #begin() {
    const { n, maxDepth, delay } = this.#options;
    if (!Number.isInteger(n === Infinity ? 1 : n) || n < 1) throw new RangeError('places');
    this.#places = n;
    this.#frontier = new Frontier({ maxDepth, delay });
    for (const url of this.#start) this.#frontier.add(url, 0);
    void this.#open(this.#frontier);
  }

  async #open(frontier: Frontier) {
    if (this.#isAsking || this.#places === 0 || this.#isOver) return;
    this.#isAsking = true;
    const page = await frontier.next();
    this.#isAsking = false;
    if (!page) {
      this.#isOver = true;
      return this.#deliver();
    }
    this.#places--;
    void this.#open(frontier);
    try {
      const outcome = await load(page.url, { ...this.#options, signal: this.#stop.signal });
      for (const [url, depth] of linksOf(page, outcome)) frontier.add(url, depth);
      frontier.done(page);
      this.#loaded.push({ ...page, ...outcome });
      this.#deliver();
    } catch (reason) {
      for (const call of this.#calls.splice(0)) call.reject(reason);
      this.#end();
    }
  }

  #deliver() {
    const opening = this.#places;
    while (this.#loaded.length > 0 && this.#calls.length > 0) {
      this.#calls.shift()?.resolve({ done: false, value: this.#loaded.shift() as Result });
      this.#places++;
    }
    // The frontier is over only when no page is open.
    if (this.#isOver && this.#loaded.length === 0)
      for (const call of this.#calls.splice(0)) call.resolve(END);
    if (this.#places > opening || this.#places === Infinity)
      if (this.#frontier) void this.#open(this.#frontier);
  }

  #end() {
    this.#isOver = true;
    this.#loaded.length = 0;
    this.#frontier?.close();
    this.#stop.abort();
    this.#deliver();
  }
}

function linksOf({ url, depth }: Page, outcome: Outcome): [string, number][] {
  if (!('links' in outcome)) return [];
  const links = outcome.links
    .filter((link) => URL.canParse(link, url))
    .map((link): [string, number] => [new URL(link, url).href, depth + 1]);
  return outcome.location ? [[outcome.location, depth], ...links] : links;
}

export function crawl(
  start: readonly string[],
  options: CrawlOptions,
): AsyncIterableIterator<Result, undefined> {
  return new Crawler(start, options);
}
