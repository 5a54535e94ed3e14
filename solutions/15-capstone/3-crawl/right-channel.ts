// A channel without a buffer and a semaphore, as in chapters 09 and 07: a sender waits until its value is received.
import { Frontier, type Page } from '../1-frontier.ts';
import { load, type Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

class Channel<T> {
  readonly #senders: { value: T; sent: () => void }[] = [];
  readonly #receivers: ((value: T | undefined) => void)[] = [];
  #isClosed = false;

  send(value: T): Promise<void> {
    const receiver = this.#receivers.shift();
    if (receiver) return Promise.resolve(receiver(value));
    return new Promise((sent) => this.#senders.push({ value, sent }));
  }

  receive(): Promise<T | undefined> {
    const sender = this.#senders.shift();
    sender?.sent();
    if (sender) return Promise.resolve(sender.value);
    if (this.#isClosed) return Promise.resolve(undefined);
    return new Promise((resolve) => this.#receivers.push(resolve));
  }

  close(): void {
    this.#isClosed = true;
    for (const receiver of this.#receivers.splice(0)) receiver(undefined);
  }
}

class Semaphore {
  readonly #waiting: (() => void)[] = [];
  #free: number;
  constructor(free: number) {
    this.#free = free;
  }
  acquire(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
  release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}

export async function* crawl(
  start: readonly string[],
  options: CrawlOptions,
): AsyncGenerator<Result> {
  const { n, maxDepth, delay } = options;
  if (Number.isNaN(n) || n < 1 || Math.floor(n) !== n) throw new RangeError(`n is ${n}`);
  const frontier = new Frontier({ maxDepth, delay });
  for (const url of start) frontier.add(url, 0);
  const results = new Channel<Result>();
  const places = new Semaphore(n);
  const stop = new AbortController();
  const visits: Promise<void>[] = [];
  const errors: unknown[] = [];

  const visit = async (page: Page) => {
    try {
      const outcome = await load(page.url, { ...options, signal: stop.signal });
      addAll(frontier, page, outcome);
      frontier.done(page);
      await results.send({ ...page, ...outcome });
      places.release();
    } catch (error) {
      if (stop.signal.aborted) return;
      errors.push(error);
      frontier.close();
      results.close();
    }
  };
  const crew = async () => {
    for (;;) {
      await places.acquire();
      const page = await frontier.next();
      if (!page) break;
      visits.push(visit(page));
    }
    await Promise.all(visits);
    results.close();
  };
  void crew();
  try {
    for (let result = await results.receive(); result; result = await results.receive())
      yield result;
    if (errors.length > 0) throw errors[0];
  } finally {
    stop.abort();
    frontier.close();
  }
}

function addAll(frontier: Frontier, { url, depth }: Page, outcome: Outcome) {
  if ('error' in outcome) return;
  if (outcome.location !== undefined) frontier.add(outcome.location, depth);
  for (const link of outcome.links)
    if (URL.canParse(link, url)) frontier.add(new URL(link, url).toString(), depth + 1);
}
