// p-limit has the places: a task of it asks for a page, begins the next task, and ends when its result is taken.
import pLimit from 'p-limit';
import { Frontier } from '../1-frontier.ts';
import { load } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

export async function* crawl(
  start: readonly string[],
  options: CrawlOptions,
): AsyncGenerator<Result> {
  const { n, maxDepth, delay } = options;
  if (n !== Infinity && !Number.isSafeInteger(n)) throw new RangeError('n');
  if (n < 1) throw new RangeError('n');
  const limit = pLimit(n);
  const frontier = new Frontier({ maxDepth, delay });
  for (const url of start) frontier.add(url, 0);
  const stop = new AbortController();
  const ready: (() => Result)[] = [];
  let isOver = false;
  let wake = () => {};

  const task = async (): Promise<void> => {
    const page = await frontier.next();
    if (!page) return;
    const others = limit(task);
    try {
      const outcome = await load(page.url, { ...options, signal: stop.signal });
      if (!('error' in outcome)) {
        const { location, links } = outcome;
        if (location) frontier.add(location, page.depth);
        for (const link of links)
          if (URL.canParse(link, page.url))
            frontier.add(new URL(link, page.url).href, page.depth + 1);
      }
      frontier.done(page);
      await new Promise<void>((taken) => {
        ready.push(() => {
          taken();
          return { ...page, ...outcome };
        });
        wake();
      });
    } catch (error) {
      stop.abort(error);
      frontier.close();
    }
    // A task must not wait for one that needs its place.
    tasks.push(others);
  };
  const tasks = [limit(task)];
  void (async () => {
    for (let one = tasks.shift(); one; one = tasks.shift()) await one;
    isOver = true;
    wake();
  })();
  try {
    for (;;) {
      const take = ready.shift();
      if (take) yield take();
      else if (isOver) return stop.signal.throwIfAborted();
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    stop.abort();
    frontier.close();
  }
}
