// Loads only while the loop waits: a generator goes on only when it is asked.
// Fails: adds the links of a page one deeper, as soon as it is loaded
// Fails: loads one page of each host at a time, and makes a pause after each
// Fails: keeps the place of a page until its result is taken
// Fails: ends when nothing is left
// Fails: stops what is loading when the loop is left, and leaves at once
// Says: Add the links of a page when it is loaded.
import { Frontier, type Page } from '../1-frontier.ts';
import { load, type Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

export async function* crawl(
  start: readonly string[],
  options: CrawlOptions,
): AsyncGenerator<Result> {
  const { n, maxDepth, delay } = options;
  if (n !== Infinity && !(Number.isInteger(n) && n >= 1)) throw new RangeError(`no places: ${n}`);
  const frontier = new Frontier({ maxDepth, delay });
  const stop = new AbortController();
  for (const url of start) frontier.add(url, 0);
  type Step = { result: Result; load: Promise<Step> } | { page: Page | undefined };
  const loads = new Set<Promise<Step>>();
  let asking: Promise<Step> | undefined;
  const ask = async (): Promise<Step> => ({ page: await frontier.next() });
  let isOver = false;
  try {
    for (;;) {
      if (!isOver && !asking && loads.size < n) asking = ask();
      const steps = asking ? [...loads, asking] : [...loads];
      if (steps.length === 0) return;
      const step = await Promise.race(steps);
      if ('result' in step) {
        loads.delete(step.load);
        yield step.result;
      } else {
        asking = undefined;
        const { page } = step;
        isOver = !page;
        if (!page) continue;
        const loading: Promise<Step> = load(page.url, { ...options, signal: stop.signal }).then(
          (outcome) => {
            for (const found of pagesIn(page, outcome)) frontier.add(found.url, found.depth);
            frontier.done(page);
            return { result: { ...page, ...outcome }, load: loading };
          },
        );
        loading.catch(() => {});
        loads.add(loading);
      }
    }
  } finally {
    stop.abort();
    frontier.close();
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
