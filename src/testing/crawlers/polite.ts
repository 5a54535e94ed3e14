/**
 * A crawler of chapter 15 in one small class, for tests of what judges it: it
 * loads one page after another.
 */
export interface Page {
  url: string;
  depth: number;
}

interface Answer {
  status: number;
  location?: string;
  links: string[];
}

export type Result = Page & (Answer | { error: string });

interface State {
  seen: string[];
  waiting: Page[];
}

interface Options {
  fetch: (url: string, options: { signal: AbortSignal }) => Promise<Answer>;
  maxDepth: number;
  delay: number;
  timeout: number;
  pause: number;
  grace: number;
  signal: AbortSignal;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class Crawl {
  readonly #seen = new Set<string>();
  /** Those that are open, too, until their results have been taken. */
  #waiting: Page[] = [];
  readonly #options: Options;

  constructor(start: string[] | State, options: Options) {
    this.#options = options;
    if (Array.isArray(start)) for (const url of start) this.#add(url, 0);
    else {
      this.#seen = new Set(start.seen);
      this.#waiting = start.waiting;
    }
  }

  state(): State {
    return { seen: [...this.#seen], waiting: [...this.#waiting] };
  }

  /** One page after another, as politely as can be. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Result> {
    const { delay, signal } = this.#options;
    for (let page = this.#waiting[0]; page && !signal.aborted; page = this.#waiting[0]) {
      const result = await this.#load(page);
      if (!result) return;
      if ('links' in result) for (const link of result.links) this.#add(link, page.depth + 1, page);
      if ('location' in result) this.#add(result.location as string, page.depth, page);
      this.#waiting = this.#waiting.filter((it) => it !== page);
      yield result;
      await sleep(delay);
    }
  }

  #add(link: string, depth: number, from?: Page): void {
    if (!URL.canParse(link, from?.url)) return;
    const url = new URL(link, from?.url);
    url.hash = '';
    if (!/^https?:$/.test(url.protocol) || depth > this.#options.maxDepth) return;
    if (this.#seen.has(url.href)) return;
    this.#seen.add(url.href);
    this.#waiting.push({ url: url.href, depth });
  }

  /** Undefined if it was stopped. */
  async #load(page: Page): Promise<Result | undefined> {
    const { fetch, timeout, pause, grace, signal } = this.#options;
    const cut = new AbortController();
    const stop = () => setTimeout(() => cut.abort(), grace);
    signal.addEventListener('abort', stop, { once: true });
    try {
      for (let tries = 1; ; tries++) {
        const limit = AbortSignal.any([AbortSignal.timeout(timeout), cut.signal]);
        const answer = await fetch(page.url, { signal: limit }).catch((error: Error) => ({
          error: error.message,
        }));
        const isFinal = !('error' in answer) && answer.status < 500;
        if (!isFinal && signal.aborted) return undefined;
        if (isFinal || tries === 2) return { ...page, ...answer };
        await sleep(pause);
      }
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}
