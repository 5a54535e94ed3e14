// Loads each page by itself, without `load`: after each try, it looks whether there may be another one. What is open comes first in a state.
import { Frontier, type Page } from '../1-frontier.ts';
import type { Answer, Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

export interface State {
  seen: string[];
  waiting: Page[];
}

export interface StopOptions extends CrawlOptions {
  signal: AbortSignal;
  grace: number;
}

const NONE = Symbol('no result');

export class Crawl implements AsyncIterable<Result> {
  readonly #options: StopOptions;
  readonly #frontier: Frontier;
  readonly #seen: Set<string>;
  #waiting: Page[] = [];
  readonly #open = new Set<Page>();

  constructor(start: readonly string[] | State, options: StopOptions) {
    check(options);
    this.#options = options;
    this.#frontier = new Frontier(options);
    const state = 'seen' in start ? start : undefined;
    this.#seen = new Set(state?.seen);
    for (const { url, depth } of state?.waiting ?? []) {
      this.#frontier.add(url, depth);
      this.#waiting.push({ url, depth });
    }
    if (!state) for (const url of start as string[]) this.#add({ url, depth: 0 });
  }

  state(): State {
    return JSON.parse(
      JSON.stringify({ seen: [...this.#seen], waiting: [...this.#open, ...this.#waiting] }),
    );
  }

  async *[Symbol.asyncIterator]() {
    const { n, signal, grace, timeout, pause } = this.#options;
    for (const ms of [timeout, pause]) if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms');
    const results: Result[] = [];
    const visits = new Set<Promise<unknown>>();
    const cut = new AbortController();
    let places = n;
    let news = () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    const visit = async (page: Page) => {
      this.#waiting = this.#waiting.filter(({ url }) => url !== page.url);
      this.#open.add(page);
      const outcome = await this.#load(page.url, cut.signal);
      if (outcome === NONE) {
        places++;
        return;
      }
      for (const link of linksOf(page, outcome)) this.#add(link);
      this.#frontier.done(page);
      results.push({ ...page, ...outcome });
    };
    /** One call of `next` at a time, while there is a place. */
    const fill = async () => {
      if (isAsking || places === 0) return;
      isAsking = true;
      const page = await this.#frontier.next();
      if (!page || signal.aborted) return;
      isAsking = false;
      places--;
      const visiting: Promise<unknown> = visit(page).finally(() => {
        visits.delete(visiting);
        news();
      });
      visits.add(visiting);
      fill();
    };
    const stop = () => {
      this.#frontier.close();
      if (grace === 0) cut.abort();
      else timer = setTimeout(() => cut.abort(), grace);
      news();
    };
    if (signal.aborted) return undefined;
    signal.addEventListener('abort', stop);
    try {
      for (;;) {
        fill();
        const result = results.shift();
        if (result) {
          for (const page of this.#open) if (page.url === result.url) this.#open.delete(page);
          places++;
          fill();
          yield result;
          continue;
        }
        if (visits.size === 0 && (signal.aborted || this.#waiting.length + this.#open.size === 0))
          return undefined;
        await new Promise<void>((resolve) => {
          news = resolve;
        });
      }
    } finally {
      signal.removeEventListener('abort', stop);
      clearTimeout(timer);
      this.#frontier.close();
      cut.abort();
    }
  }

  /** Settles when its fetches have settled, if it has no outcome. */
  async #load(url: string, cut: AbortSignal): Promise<Outcome | typeof NONE> {
    const fetches: Promise<unknown>[] = [];
    const outcome = await this.#tries(url, cut, fetches);
    if (outcome === NONE) await Promise.allSettled(fetches);
    return outcome;
  }

  async #tries(
    url: string,
    cut: AbortSignal,
    fetches: Promise<unknown>[],
  ): Promise<Outcome | typeof NONE> {
    const { signal, pause } = this.#options;
    for (let tries = 1; ; tries++) {
      const outcome = await this.#try(url, cut, fetches);
      if (outcome === NONE) return NONE;
      const isFinal = tries === 2 || ('status' in outcome && outcome.status < 500);
      if (isFinal) return { ...outcome, tries };
      if (!signal.aborted && !cut.aborted) await pauseOf(pause, signal, cut);
      if (signal.aborted || cut.aborted) return NONE;
    }
  }

  #try(
    url: string,
    cut: AbortSignal,
    fetches: Promise<unknown>[],
  ): Promise<Answer | { error: string } | typeof NONE> {
    const { fetch, timeout } = this.#options;
    const own = new AbortController();
    return new Promise((resolve) => {
      const isCut = () => cut.aborted;
      const settle = (result: Answer | { error: string } | typeof NONE) => {
        clearTimeout(limit);
        cut.removeEventListener('abort', tell);
        resolve(result);
      };
      const limit = setTimeout(() => {
        settle({ error: 'timeout' });
        own.abort(new Error('timeout'));
      }, timeout);
      const tell = () => {
        clearTimeout(limit);
        own.abort();
      };
      cut.addEventListener('abort', tell);
      const fetching = new Promise<Answer>((run) => run(fetch(url, { signal: own.signal })));
      fetches.push(fetching);
      fetching.then(
        ({ status, links, location }) => {
          if (isCut()) return settle(NONE);
          const isRedirect = status >= 300 && status < 400 && location !== undefined;
          const target = isRedirect && URL.canParse(location, url);
          settle({ status, links, ...(target && { location: new URL(location, url).href }) });
        },
        (reason) => settle(isCut() ? NONE : { error: messageOf(reason) }),
      );
    });
  }

  #add(page: Page): void {
    if (!URL.canParse(page.url)) return;
    const at = new URL(page.url);
    at.hash = '';
    if (this.#seen.has(at.href) || !this.#frontier.add(at.href, page.depth)) return;
    this.#seen.add(at.href);
    this.#waiting.push({ url: at.href, depth: page.depth });
  }
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

/** The pause between two tries; either signal ends it. */
function pauseOf(ms: number, ...signals: AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    for (const signal of signals) signal.addEventListener('abort', end);
  });
}

function check({ n, grace }: StopOptions): void {
  if (n !== Infinity && !(Number.isInteger(n) && n >= 1)) throw new RangeError(`no places: ${n}`);
  if (!Number.isInteger(grace) || grace < 0) throw new RangeError(`no grace: ${grace}`);
}

function linksOf({ url, depth }: Page, outcome: Outcome): Page[] {
  if ('error' in outcome) return [];
  const found = outcome.links.flatMap((link) =>
    URL.canParse(link, url) ? [{ url: new URL(link, url).href, depth: depth + 1 }] : [],
  );
  return outcome.location === undefined ? found : [{ url: outcome.location, depth }, ...found];
}
