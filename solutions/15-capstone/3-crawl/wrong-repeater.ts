// Assumes that a push fulfils when its result is taken. (It fulfils when the next one is asked for.)
// Fails: keeps the place of a page until its result is taken
// Fails: stops what is loading when the loop is left, and leaves at once
// Says: A page keeps its place until its result is taken.
import { Repeater } from '@repeaterjs/repeater';
import { Frontier, type Page } from '../1-frontier.ts';
import { load, type Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

export const crawl = (start: readonly string[], options: CrawlOptions) =>
  new Repeater<Result>(async (push, end) => {
    const { n, maxDepth, delay } = options;
    if (!(n >= 1 && (n === Infinity || Number.isInteger(n)))) throw new RangeError('n');
    const frontier = new Frontier({ maxDepth, delay });
    const stop = new AbortController();
    void end.then(() => {
      stop.abort();
      frontier.close();
    });
    for (const url of start) frontier.add(url, 0);
    const visits = new Set<Promise<void>>();
    const visit = async (page: Page) => {
      const outcome = await load(page.url, { ...options, signal: stop.signal });
      for (const [url, depth] of next(page, outcome)) frontier.add(url, depth);
      frontier.done(page);
      await push({ ...page, ...outcome });
    };
    for (let page = await frontier.next(); page; page = await frontier.next()) {
      const visiting = visit(page).finally(() => visits.delete(visiting));
      visiting.catch(end);
      visits.add(visiting);
      if (visits.size >= n) await Promise.race(visits);
    }
    await Promise.all(visits);
    end();
  });

function* next({ url, depth }: Page, outcome: Outcome): Generator<[string, number]> {
  if ('error' in outcome) return;
  if (outcome.location) yield [outcome.location, depth];
  for (const link of outcome.links)
    if (URL.canParse(link, url)) yield [new URL(link, url).href, depth + 1];
}
