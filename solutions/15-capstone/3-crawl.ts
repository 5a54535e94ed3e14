import { setMaxListeners } from 'node:events';
import { Frontier, type Limits, type Page } from './1-frontier.ts';
import { type LoadOptions, load, type Outcome } from './2-load.ts';

/** A page, and what came of it. */
export type Result = Page & Outcome;

export interface CrawlOptions extends Limits, Omit<LoadOptions, 'signal'> {
  /** How many places there are for pages: a whole number from 1 on, or Infinity. */
  n: number;
}

/**
 * Loads pages and all that they link to, and yields what came of them. It knows which page is next by a `Frontier`, and
 * loads it with `load`: use yours.
 *
 * - Begins with the pages of `start`, at depth 0. Loads each page once, and yields one result for it: its `url`, its
 *   `depth`, and what `load` fulfilled with. Yields them in the order in which they were loaded, each in that millisecond if
 *   the loop waits.
 * - When a page is loaded, resolves its links against its URL, and adds them at its depth + 1. What is no URL is left out.
 *   They are added before the host of the page is free, and before the result is yielded.
 * - The target of a redirect is added before the links, at the depth of the page. It is a page as any other.
 * - Leaves it to the frontier when a page may be loaded: one of each host at a time, and `delay` ms after the last one was
 *   loaded, whenever that is taken.
 * - Has `n` places. A page takes one when it begins to load, and keeps it until its result is taken: until the promise
 *   of `next` fulfils with it. While a place is free, the frontier's next page begins to load in the millisecond in which there is one.
 * - So the loop decides how fast it goes: while its body works, no more than `n` pages are loading or loaded.
 * - A page that could not be loaded is a result, too. It ends nothing else.
 * - The loop ends in the millisecond in which no page is loading or waiting any more and all results are taken.
 * - Does nothing before the first call of `next`.
 * - When the loop is left, by `break` or by an error, all that is loading is told to stop, also in the pause between two
 *   tries. The loop is left in that millisecond, even if a `fetch` is deaf, and nothing is fetched after that.
 * - Sets no timer of its own, and leaves none. (`setImmediate` counts as one.)
 * - Where `n` is something else, the loop ends with a RangeError, and nothing is fetched. It also ends with what `Frontier`
 *   throws, and with what `load` rejects with.
 * - Each call is a crawl of its own.
 */
export async function* crawl(
  start: readonly string[],
  options: CrawlOptions,
): AsyncGenerator<Result, undefined> {
  const { n, maxDepth, delay } = options;
  if (n !== Infinity && !(Number.isInteger(n) && n >= 1)) throw new RangeError(`no places: ${n}`);
  const frontier = new Frontier({ maxDepth, delay });
  const stop = new AbortController();
  // Each place listens, and Node 20 warns of more than ten listeners on one signal.
  setMaxListeners(0, stop.signal);
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
    while (!isOver) {
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
