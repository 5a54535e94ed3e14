// Yields a page that was loaded after all, because its fetch is deaf. (It was cut when the grace was over.)
// Fails: begins no second try
// Fails: ends as soon as all has settled, whatever the reason
// Fails: has all that was not taken waiting again when the loop is left
// Fails: throws a RangeError for numbers that make no sense
// Says: 'a' was told to stop, or would need a second try; expected: no result, and the page waiting again.
import { Frontier, type Page } from '../1-frontier.ts';
import { type Fetch, load, type Outcome } from '../2-load.ts';
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
  /** What was seen, and not taken. */
  readonly #waiting = new Map<string, Page>();

  constructor(start: readonly string[] | State, options: StopOptions) {
    const { n, grace, maxDepth, delay } = options;
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1)) throw new RangeError(`no places: ${n}`);
    if (!Number.isInteger(grace) || grace < 0) throw new RangeError(`no grace: ${grace}`);
    this.#options = { ...options };
    this.#frontier = new Frontier({ maxDepth, delay });
    const { seen, waiting } = 'seen' in start ? start : { seen: [], waiting: pagesOf(start) };
    for (const page of waiting) this.#add(page);
    for (const url of seen) this.#seen.add(url);
  }

  state(): State {
    return {
      seen: [...this.#seen],
      waiting: [...this.#waiting.values()].map((page) => ({ ...page })),
    };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Result, undefined> {
    const { n, signal, grace } = this.#options;
    const loads = new Set<Load>();
    const loaded: { result: Result; take: () => void }[] = [];
    const fetches = new Set<Promise<unknown>>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let failed: { reason: unknown } | undefined;
    let wake = () => {};

    const fetch: Fetch = (url, how) => {
      // A `fetch` may throw in the call.
      const fetching = new Promise<Awaited<ReturnType<Fetch>>>((run) =>
        run(this.#options.fetch(url, how)),
      );
      const settled: Promise<unknown> = fetching
        .then(noop, noop)
        .then(() => fetches.delete(settled));
      fetches.add(settled);
      return fetching;
    };
    const cut = () => {
      for (const each of loads) each.cut();
    };
    const fail = (reason: unknown) => {
      failed = { reason };
      this.#frontier.close();
    };
    const stop = () => {
      this.#frontier.close();
      for (const each of loads) each.stop();
      if (grace === 0) cut();
      else timer = setTimeout(cut, grace);
    };
    /** Fulfils when the result of the page is taken, or when it is to have none. */
    const visit = async (page: Page) => {
      if (signal.aborted) return;
      const loading = new Load(page.url, { ...this.#options, fetch });
      loads.add(loading);
      const outcome = await loading.outcome;
      loads.delete(loading);
      if (!outcome) return;
      for (const found of pagesIn(page, outcome)) this.#add(found);
      this.#frontier.done(page);
      await new Promise<void>((take) => {
        loaded.push({ result: { ...page, ...outcome }, take });
        wake();
      });
    };
    const visitAll = async () => {
      const visits = new Set<Promise<unknown>>();
      for (let page = await this.#frontier.next(); page; page = await this.#frontier.next()) {
        const visiting: Promise<unknown> = visit(page).then(() => visits.delete(visiting), fail);
        visits.add(visiting);
        if (visits.size >= n) await Promise.race(visits);
      }
      await Promise.all(visits);
      if (signal.aborted) await Promise.all(fetches);
    };

    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    void visitAll().then(() => {
      isOver = true;
      wake();
    });
    try {
      while (!isOver) {
        const next = loaded.shift();
        if (next) {
          this.#waiting.delete(next.result.url);
          next.take();
          yield next.result;
        } else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
      if (failed) throw failed.reason;
    } finally {
      signal.removeEventListener('abort', stop);
      clearTimeout(timer);
      this.#frontier.close();
      cut();
    }
  }

  #add({ url, depth }: Page): void {
    if (!URL.canParse(url)) return;
    const page = { url: new URL(url).href.replace(/#.*/, ''), depth };
    if (this.#seen.has(page.url) || !this.#frontier.add(page.url, depth)) return;
    this.#seen.add(page.url);
    this.#waiting.set(page.url, page);
  }
}

/** One page that is loading, with a signal of its own. */
class Load {
  /** Undefined if it was cut. */
  readonly outcome: Promise<Outcome | undefined>;
  readonly #cut = new AbortController();
  #tries = 0;
  #late: Promise<Outcome | undefined> = Promise.resolve(undefined);
  #isTrying = false;
  #isStopped = false;

  constructor(url: string, options: StopOptions) {
    // `load` need not notice a signal that is aborted just between a try and the pause.
    const cut = new Promise<undefined>((resolve) => {
      this.#cut.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const fetch: Fetch = (address, how) => this.#try(options.fetch, address, how);
    const outcome = load(url, { ...options, fetch, signal: this.#cut.signal });
    this.outcome = outcome.catch(() => Promise.race([this.#late, cut.then(() => this.#late)]));
  }

  /** No try begins any more. */
  stop(): void {
    this.#isStopped = true;
    if (!this.#isTrying) this.cut();
  }

  cut(): void {
    this.#cut.abort();
  }

  async #try(fetch: Fetch, url: string, how: { signal: AbortSignal }): ReturnType<Fetch> {
    if (this.#isStopped) this.cut();
    this.#cut.signal.throwIfAborted();
    const i = ++this.#tries;
    this.#isTrying = true;
    let isFinal = i === 2;
    try {
      const fetching = fetch(url, how);
      this.#late = fetching.then(
        (answer) => ({ ...answer, tries: i }),
        () => undefined,
      );
      const answer = await fetching;
      isFinal ||= answer.status < 500;
      return answer;
    } finally {
      // What is deaf to its time limit may end in the second try.
      if (this.#tries === i) this.#isTrying = false;
      if (this.#isStopped && !isFinal) this.cut();
    }
  }
}

function noop(): void {}

function pagesOf(urls: readonly string[]): Page[] {
  return urls.map((url) => ({ url, depth: 0 }));
}

/** Where a page leads: its redirect, which is as deep as the page, and its links. */
function pagesIn({ url, depth }: Page, outcome: Outcome): Page[] {
  if ('error' in outcome) return [];
  const { location, links } = outcome;
  const found = links
    .filter((link) => URL.canParse(link, url))
    .map((link) => ({ url: new URL(link, url).href, depth: depth + 1 }));
  return location === undefined ? found : [{ url: location, depth }, ...found];
}
