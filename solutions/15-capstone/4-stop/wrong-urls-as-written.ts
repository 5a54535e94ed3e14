// Keeps pages under the URL that was written, without its fragment. (A result has the URL as `URL` writes it.)
// Fails: yields what a crawl yields as long as nobody stops it
// Says: A page is known by its URL as `URL` writes it, without its fragment.
import { Frontier, type Page } from '../1-frontier.ts';
import { load, type Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

export interface State {
  seen: string[];
  waiting: Page[];
}

export interface StopOptions extends CrawlOptions {
  signal: AbortSignal;
  grace: number;
}

type Record = Page & { isTaken: boolean };

export class Crawl implements AsyncIterable<Result> {
  readonly #options: StopOptions;
  readonly #records = new Map<string, Record>();
  readonly #frontier: Frontier;

  constructor(start: readonly string[] | State, options: StopOptions) {
    check(options);
    this.#options = options;
    this.#frontier = new Frontier(options);
    const isNew = !('waiting' in start);
    for (const page of isNew ? start.map((url) => ({ url, depth: 0 })) : start.waiting)
      this.#add(page);
    for (const url of isNew ? [] : start.seen)
      if (!this.#records.has(url)) this.#records.set(url, { url, depth: 0, isTaken: true });
  }

  state(): State {
    const records = [...this.#records.values()];
    const waiting = records.filter(({ isTaken }) => !isTaken);
    return {
      seen: records.map(({ url }) => url),
      waiting: waiting.map(({ url, depth }) => ({ url, depth })),
    };
  }

  async *[Symbol.asyncIterator]() {
    const { n, signal, grace } = this.#options;
    const pages = new Set<{ isBusy: boolean; controller: AbortController }>();
    const ready: { result: Result; take: () => void }[] = [];
    const running = new Set<Promise<unknown>>();
    let wake = () => {};
    const cut = () => {
      for (const { controller } of pages) controller.abort();
    };
    const worker = async () => {
      for (let page = await this.#frontier.next(); page; page = await this.#frontier.next()) {
        if (signal.aborted) return;
        const result = await this.#visit(page, pages, running);
        if (!result) continue;
        await new Promise<void>((take) => {
          ready.push({ result, take });
          wake();
        });
      }
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      this.#frontier.close();
      for (const { isBusy, controller } of pages) if (!isBusy) controller.abort();
      if (grace > 0) timer = setTimeout(cut, grace);
      else cut();
    };
    if (signal.aborted) return;
    signal.addEventListener('abort', stop);
    let failure: [unknown] | undefined;
    let isOver = false;
    Promise.all(Array.from({ length: Math.min(n, 100) }, worker))
      .catch((reason) => {
        failure = [reason];
      })
      .then(() => (signal.aborted ? Promise.allSettled(running) : undefined))
      .then(() => {
        isOver = true;
        wake();
      });
    try {
      for (;;) {
        const next = ready.shift();
        if (next) {
          const record = this.#records.get(next.result.url);
          if (record) record.isTaken = true;
          next.take();
          yield next.result;
        } else if (isOver) break;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
      if (failure) throw failure[0];
      return undefined;
    } finally {
      signal.removeEventListener('abort', stop);
      clearTimeout(timer);
      this.#frontier.close();
      cut();
    }
  }

  async #visit(
    page: Page,
    pages: Set<{ isBusy: boolean; controller: AbortController }>,
    running: Set<Promise<unknown>>,
  ): Promise<Result | undefined> {
    const { signal } = this.#options;
    const mine = { isBusy: false, controller: new AbortController() };
    pages.add(mine);
    let tries = 0;
    try {
      const outcome = await load(page.url, {
        ...this.#options,
        signal: mine.controller.signal,
        fetch: async (url, how) => {
          const number = ++tries;
          if (signal.aborted) mine.controller.abort();
          mine.controller.signal.throwIfAborted();
          mine.isBusy = true;
          let status = 999;
          const trying = (async () => this.#options.fetch(url, how))();
          running.add(trying);
          try {
            const answer = await trying;
            status = answer.status;
            return answer;
          } finally {
            running.delete(trying);
            if (number === tries) mine.isBusy = false;
            if (signal.aborted && number === 1 && status >= 500) mine.controller.abort();
          }
        },
      });
      if (mine.controller.signal.aborted) return undefined;
      for (const link of linksOf(page, outcome)) this.#add(link);
      this.#frontier.done(page);
      return { ...page, ...outcome };
    } catch (reason) {
      if (mine.controller.signal.aborted) return undefined;
      throw reason;
    } finally {
      pages.delete(mine);
    }
  }

  #add({ url, depth }: Page): void {
    const [name = ''] = url.split('#');
    const href = name;
    if (this.#records.has(href) || !this.#frontier.add(href, depth)) return;
    this.#records.set(href, { url: href, depth, isTaken: false });
  }
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
