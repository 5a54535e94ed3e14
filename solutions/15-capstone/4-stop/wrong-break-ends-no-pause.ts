// When the loop is left, tells only what is loading to stop. (A pending call of `next` gets a page when a pause ends, and that page is loaded.)
// Fails: has all that was not taken waiting again when the loop is left
// Fails: does nothing before it is asked, and leaves nothing
// Says: 'c/1' was started at 74 ms; expected: not at all.
import { Frontier, type Page } from '../1-frontier.ts';
import { type Fetch, load } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

/** What a crawl knows, as plain JSON. */
export interface State {
  /** The URL of each page that was ever added. */
  seen: string[];
  /** The pages of which no result was taken. */
  waiting: Page[];
}

export interface StopOptions extends CrawlOptions {
  /** Stops the crawl. */
  signal: AbortSignal;
  /** How long a page that is loading may go on after that, in ms: a whole number from 0 on. */
  grace: number;
}

export class Crawl implements AsyncIterable<Result> {
  readonly #options: StopOptions;
  readonly #frontier: Frontier;
  readonly #seen = new Set<string>();
  /** The pages of which no result was taken, by URL. */
  readonly #waiting = new Map<string, Page>();
  readonly #visits = new Set<Visit>();
  readonly #loaded: Result[] = [];
  /** The requests of the pages that were told to stop. */
  readonly #leftOver: Promise<unknown>[] = [];
  #placesTaken = 0;
  #isStopping = false;
  #failure: { reason: unknown } | undefined;
  #graceTimer: NodeJS.Timeout | undefined;
  #wakeReader = () => {};
  #wakeDispatcher = () => {};

  constructor(start: readonly string[] | State, options: StopOptions) {
    const { n, grace } = options;
    const isWhole = (value: number, from: number) => Number.isInteger(value) && value >= from;
    if (n !== Infinity && !isWhole(n, 1)) throw new RangeError(`n makes no sense: ${n}`);
    if (!isWhole(grace, 0)) throw new RangeError(`grace makes no sense: ${grace}`);
    this.#options = options;
    this.#frontier = new Frontier(options);
    if (isState(start)) {
      for (const url of start.seen) this.#seen.add(url);
      for (const { url, depth } of start.waiting) {
        this.#waiting.set(url, { url, depth });
        this.#frontier.add(url, depth);
      }
    } else {
      for (const url of start) this.#add(url, 0);
    }
  }

  state(): State {
    return {
      seen: [...this.#seen],
      waiting: [...this.#waiting.values()].map((page) => ({ ...page })),
    };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Result, undefined> {
    const { signal } = this.#options;
    const onAbort = () => this.#stop();
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) this.#stop();
    try {
      let isOver = false;
      void this.#dispatch().then(() => {
        isOver = true;
        this.#wakeReader();
      });
      for (;;) {
        if (this.#failure) throw this.#failure.reason;
        const result = this.#loaded.shift();
        if (result) {
          this.#waiting.delete(result.url);
          this.#placesTaken -= 1;
          this.#wakeDispatcher();
          yield result;
        } else if (isOver && this.#visits.size === 0) {
          await Promise.allSettled(this.#leftOver);
          return;
        } else {
          await new Promise<void>((resolve) => {
            this.#wakeReader = resolve;
          });
        }
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.#abortAll();
      this.#wakeDispatcher();
    }
  }

  #add(url: string, depth: number): void {
    if (!URL.canParse(url)) return;
    const parsed = new URL(url);
    parsed.hash = '';
    const { href } = parsed;
    if (this.#seen.has(href) || !this.#frontier.add(href, depth)) return;
    this.#seen.add(href);
    this.#waiting.set(href, { url: href, depth });
  }

  async #dispatch(): Promise<void> {
    while (!this.#isStopping) {
      if (this.#placesTaken >= this.#options.n) {
        await new Promise<void>((resolve) => {
          this.#wakeDispatcher = resolve;
        });
        continue;
      }
      const page = await this.#frontier.next();
      if (!page || this.#isStopping) return;
      this.#placesTaken += 1;
      void this.#visit(page);
    }
  }

  async #visit(page: Page): Promise<void> {
    const visit: Visit = {
      controller: new AbortController(),
      isTrying: false,
      requests: new Set(),
    };
    const { signal } = visit.controller;
    this.#visits.add(visit);
    try {
      const { timeout, pause } = this.#options;
      const fetch = this.#trackedFetch(visit);
      const outcome = await load(page.url, { fetch, timeout, pause, signal });
      if ('links' in outcome) {
        if (outcome.location !== undefined) this.#add(outcome.location, page.depth);
        for (const link of outcome.links) {
          if (URL.canParse(link, page.url)) {
            this.#add(new URL(link, page.url).href, page.depth + 1);
          }
        }
      }
      this.#frontier.done(page);
      this.#loaded.push({ ...page, ...outcome });
    } catch (reason) {
      if (signal.aborted) this.#leftOver.push(...visit.requests);
      else this.#failure ??= { reason };
    }
    this.#visits.delete(visit);
    this.#wakeReader();
  }

  /** A fetch that notes whether a try of the page is running, and begins no second one while stopping. */
  #trackedFetch(visit: Visit): Fetch {
    let tries = 0;
    return async (url, options) => {
      tries += 1;
      const isFirst = tries === 1;
      let hasEnded = false;
      const endTry = (hasFailed: boolean) => {
        if (hasEnded) return;
        hasEnded = true;
        visit.isTrying = false;
        if (hasFailed && isFirst && this.#isStopping) visit.controller.abort();
      };
      visit.isTrying = true;
      options.signal.addEventListener('abort', () => endTry(true), { once: true });
      try {
        const request = this.#options.fetch(url, options);
        visit.requests.add(request);
        const answer = await request;
        endTry(answer.status >= 500);
        return answer;
      } catch (error) {
        endTry(true);
        throw error;
      }
    };
  }

  #stop(): void {
    this.#isStopping = true;
    this.#frontier.close();
    this.#wakeDispatcher();
    for (const { controller, isTrying } of this.#visits) if (!isTrying) controller.abort();
    const { grace } = this.#options;
    if (grace === 0) this.#abortAll();
    else if (this.#visits.size > 0) this.#graceTimer = setTimeout(() => this.#abortAll(), grace);
  }

  #abortAll(): void {
    clearTimeout(this.#graceTimer);
    for (const { controller } of this.#visits) controller.abort();
  }
}

interface Visit {
  controller: AbortController;
  isTrying: boolean;
  requests: Set<Promise<unknown>>;
}

function isState(start: readonly string[] | State): start is State {
  return !Array.isArray(start);
}
