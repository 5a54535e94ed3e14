// Loads the target of a redirect itself, as `fetch` does.
// Fails: adds the target of a redirect at the same depth, and before the links
// Says: The target of a redirect is a page of its own: add it at the depth of the page, before the links,
import { Frontier, type Page } from '../1-frontier.ts';
import { load, type Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

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
    let outcome = await load(page.url, { ...options, signal: stop.signal });
    for (let i = 0; i < 5 && 'location' in outcome && outcome.location; i++)
      outcome = await load(outcome.location, { ...options, signal: stop.signal });
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
