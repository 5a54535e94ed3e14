// No generator: `next` and `return` by hand, with a list of calls that wait. One object holds all of a page, and a station says where it is.
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

type Next = IteratorResult<Result, undefined>;

interface Visit {
  page: Page;
  station: 'waiting' | 'loading' | 'loaded' | 'taken';
  isTrying: boolean;
  own: AbortController;
  result?: Result;
}

const DONE: Next = { value: undefined, done: true };

export class Crawl implements AsyncIterable<Result> {
  readonly #options: StopOptions;
  readonly #frontier: Frontier;
  readonly #old: string[];
  readonly #visits = new Map<string, Visit>();
  readonly #calls: { resolve: (next: Next) => void; reject: (reason: unknown) => void }[] = [];
  readonly #ready: Visit[] = [];
  #fetches = 0;
  #busy = 0;
  #isAsking = false;
  #isStopped = false;
  #isOver = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(start: readonly string[] | State, options: StopOptions) {
    check(options);
    this.#options = options;
    this.#frontier = new Frontier(options);
    const waiting = 'seen' in start ? start.waiting : start.map((url) => ({ url, depth: 0 }));
    const names = new Set(waiting.map(({ url }) => url));
    this.#old = 'seen' in start ? start.seen.filter((url) => !names.has(url)) : [];
    for (const page of waiting) this.#add(page);
  }

  state(): State {
    const visits = [...this.#visits.values()];
    return {
      seen: [...this.#old, ...this.#visits.keys()],
      waiting: visits
        .filter(({ station }) => station !== 'taken')
        .map(({ page: { url, depth } }) => ({ url, depth })),
    };
  }

  [Symbol.asyncIterator](): AsyncIterator<Result, undefined> {
    let hasBegun = false;
    const begin = () => {
      hasBegun = true;
      const { signal } = this.#options;
      if (signal.aborted) this.#isStopped = true;
      else signal.addEventListener('abort', this.#stop);
    };
    return {
      next: () =>
        new Promise<Next>((resolve, reject) => {
          if (!hasBegun) begin();
          this.#calls.push({ resolve, reject });
          this.#serve();
        }),
      return: async () => {
        if (hasBegun) this.#end();
        this.#isOver = true;
        return DONE;
      },
    };
  }

  readonly #stop = () => {
    this.#isStopped = true;
    this.#frontier.close();
    for (const visit of this.#loading()) if (!visit.isTrying) this.#cut(visit);
    const cutAll = () => this.#loading().forEach((visit) => void this.#cut(visit));
    if (this.#options.grace === 0) cutAll();
    else this.#timer = setTimeout(cutAll, this.#options.grace);
    this.#serve();
  };

  #loading(): Visit[] {
    return [...this.#visits.values()].filter(({ station }) => station === 'loading');
  }

  #cut(visit: Visit): void {
    if (visit.station !== 'loading') return;
    visit.station = 'waiting';
    this.#busy--;
    visit.own.abort();
    this.#serve();
  }

  #end(): void {
    this.#options.signal.removeEventListener('abort', this.#stop);
    clearTimeout(this.#timer);
    this.#isStopped = true;
    this.#frontier.close();
    for (const visit of this.#loading()) this.#cut(visit);
  }

  /** Hands out what is ready, begins what may begin, and ends when there is nothing more. */
  #serve(): void {
    while (this.#calls.length > 0 && this.#ready.length > 0) {
      const visit = this.#ready.shift() as Visit;
      visit.station = 'taken';
      this.#busy--;
      this.#calls.shift()?.resolve({ value: visit.result as Result, done: false });
    }
    this.#fill();
    const isOver = this.#isStopped
      ? this.#loading().length + this.#fetches + this.#ready.length === 0
      : this.#isOver && this.#busy === 0;
    if (!isOver || this.#calls.length === 0) return;
    this.#end();
    for (const { resolve } of this.#calls.splice(0)) resolve(DONE);
  }

  async #fill(): Promise<void> {
    if (this.#isAsking || this.#isStopped || this.#isOver || this.#busy >= this.#options.n) return;
    this.#isAsking = true;
    const page = await this.#frontier.next();
    this.#isAsking = false;
    if (!page) this.#isOver = true;
    else if (!this.#isStopped) this.#visit(this.#visits.get(page.url) as Visit, page);
    this.#serve();
  }

  async #visit(visit: Visit, page: Page): Promise<void> {
    visit.station = 'loading';
    this.#busy++;
    let tries = 0;
    const fetch: StopOptions['fetch'] = async (url, how) => {
      if (this.#isStopped) this.#cut(visit);
      visit.own.signal.throwIfAborted();
      const isFirst = ++tries === 1;
      visit.isTrying = true;
      this.#fetches++;
      let isFine = false;
      try {
        const answer = await this.#options.fetch(url, how);
        isFine = answer.status < 500;
        return answer;
      } finally {
        this.#fetches--;
        if (isFirst === (tries === 1)) visit.isTrying = false;
        if (this.#isStopped && isFirst && !isFine) this.#cut(visit);
        this.#serve();
      }
    };
    try {
      const outcome = await load(page.url, { ...this.#options, fetch, signal: visit.own.signal });
      if (visit.station !== 'loading') return;
      for (const link of linksOf(page, outcome)) this.#add(link);
      this.#frontier.done(page);
      visit.station = 'loaded';
      visit.result = { ...page, ...outcome };
      this.#ready.push(visit);
      this.#serve();
    } catch (reason) {
      if (visit.station === 'loading') this.#calls.shift()?.reject(reason);
    }
  }

  #add({ url, depth }: Page): void {
    if (!URL.canParse(url)) return;
    const at = new URL(url);
    at.hash = '';
    const name = at.href;
    if (this.#old.includes(name) || !this.#frontier.add(name, depth)) return;
    this.#visits.set(name, {
      page: { url: name, depth },
      station: 'waiting',
      isTrying: false,
      own: new AbortController(),
    });
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
