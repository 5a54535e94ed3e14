// Remembers for all crawls which pages were loaded.
// Fails: yields a result for each page once, when it is loaded
// Fails: adds the links of a page one deeper, as soon as it is loaded
// Fails: adds the target of a redirect at the same depth, and before the links
// Fails: loads one page of each host at a time, and makes a pause after each
// Fails: loads as many pages at the same time as there are places
// Fails: keeps the place of a page until its result is taken
// Fails: makes a result of a page that could not be loaded, and goes on
// Fails: ends when nothing is left
// Fails: does nothing before it is asked for a result
// Fails: stops what is loading when the loop is left, and leaves at once
// Fails: sets no timer of its own, and leaves nothing
// Fails: ends with a RangeError for numbers that make no sense
// Fails: keeps each crawl apart
// Says: Each page is loaded once.
import { Frontier, type Page } from '../1-frontier.ts';
import { load, type Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

const known = new Set<string>();

export async function* crawl(
  start: readonly string[],
  options: CrawlOptions,
): AsyncGenerator<Result, undefined> {
  const { n, maxDepth, delay } = options;
  if (n !== Infinity && !(Number.isInteger(n) && n >= 1)) throw new RangeError(`no places: ${n}`);
  const frontier = new Frontier({ maxDepth, delay });
  const stop = new AbortController();
  const loaded: { result: Result; take: () => void }[] = [];
  let isOver = false;
  let wake = () => {};

  const end = (reason?: unknown) => {
    stop.abort(reason);
    frontier.close();
  };
  /** Fulfils when the result of the page is taken, or rejects. */
  const visit = async (page: Page) => {
    const outcome = await load(page.url, { ...options, signal: stop.signal });
    for (const found of pagesIn(page, outcome)) frontier.add(found.url, found.depth);
    frontier.done(page);
    await new Promise<void>((take) => {
      loaded.push({ result: { ...page, ...outcome }, take });
      wake();
    });
  };
  const visitAll = async () => {
    const visits = new Set<Promise<unknown>>();
    for (let page = await frontier.next(); page; page = await frontier.next()) {
      if (known.has(page.url)) {
        frontier.done(page);
        continue;
      }
      known.add(page.url);
      const visiting: Promise<unknown> = visit(page).then(() => visits.delete(visiting), end);
      visits.add(visiting);
      if (visits.size >= n) await Promise.race(visits);
    }
    await Promise.all(visits);
  };

  for (const url of start) frontier.add(url, 0);
  void visitAll()
    .catch(end)
    .then(() => {
      isOver = true;
      wake();
    });
  try {
    while (!isOver || loaded.length > 0) {
      const next = loaded.shift();
      // The place is free from now on: the caller has the result when the generator yields it.
      next?.take();
      if (next) yield next.result;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    stop.signal.throwIfAborted();
  } finally {
    end();
  }
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
