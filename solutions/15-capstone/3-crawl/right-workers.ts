// Workers: each of them asks the frontier, loads, and hands over. The one that gets a page hires the next one.
import { Frontier, type Page } from '../1-frontier.ts';
import { load, type Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

const isCount = (n: number) => n === Infinity || (Number.isInteger(n) && n >= 1);

export async function* crawl(
  start: readonly string[],
  options: CrawlOptions,
): AsyncGenerator<Result> {
  const { n, maxDepth, delay } = options;
  if (!isCount(n)) throw new RangeError('n is to be a whole number from 1 on');
  const frontier = new Frontier({ maxDepth, delay });
  for (const url of start) frontier.add(url, 0);
  const stop = new AbortController();
  const desk: { result: Result; take: () => void }[] = [];
  let ring = deferred();
  let [asking, busy] = [0, 0];
  let failure: { reason: unknown } | undefined;

  const hire = async (): Promise<void> => {
    asking++;
    const page = await frontier.next();
    asking--;
    if (!page) return;
    busy++;
    if (asking === 0 && busy < n) void hire().then(() => ring.resolve(), fail);
    await serve(page);
    busy--;
    if (asking === 0) await hire();
  };
  const serve = async (page: Page) => {
    const outcome = await load(page.url, { ...options, signal: stop.signal });
    explore(frontier, page, outcome);
    frontier.done(page);
    await new Promise<void>((take) => {
      desk.push({ result: { ...page, ...outcome }, take });
      ring.resolve();
    });
  };
  const fail = (reason: unknown) => {
    failure ??= { reason };
    ring.resolve();
  };
  void hire().then(() => ring.resolve(), fail);
  try {
    while (asking + busy > 0 || desk.length > 0) {
      if (failure) throw failure.reason;
      const next = desk.shift();
      if (next) {
        next.take();
        yield next.result;
        continue;
      }
      ring = deferred();
      await ring.promise;
    }
  } finally {
    stop.abort();
    frontier.close();
  }
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function explore(frontier: Frontier, { url, depth }: Page, outcome: Outcome) {
  if ('error' in outcome) return;
  if (outcome.location) frontier.add(outcome.location, depth);
  for (const link of outcome.links)
    if (URL.canParse(link, url)) frontier.add(new URL(link, url).href, depth + 1);
}
