// Callbacks and counters: whatever happens calls one function, which opens pages while there are places.
import { Frontier, type Page } from '../1-frontier.ts';
import { load, type Outcome } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

export async function* crawl(
  start: readonly string[],
  options: CrawlOptions,
): AsyncGenerator<Result> {
  const { n, maxDepth, delay } = options;
  if (!(n >= 1) || (n % 1 !== 0 && n !== Infinity)) throw new RangeError('n makes no sense');
  const frontier = new Frontier({ maxDepth, delay });
  for (const url of start) frontier.add(url, 0);
  const stop = new AbortController();
  const loaded: Result[] = [];
  let [taken, isAsking, isOver] = [0, false, false];
  let error: unknown[] = [];
  let changed = () => {};

  function fill() {
    if (isAsking || isOver || taken >= n) return;
    isAsking = true;
    frontier.next().then((page) => {
      isAsking = false;
      if (page) {
        taken++;
        load(page.url, { ...options, signal: stop.signal }).then(
          (outcome) => found(page, outcome),
          (reason) => {
            error = [reason];
            changed();
          },
        );
        fill();
      } else {
        isOver = true;
        changed();
      }
    });
  }

  function found(page: Page, outcome: Outcome) {
    if ('status' in outcome) {
      const { location, links } = outcome;
      if (location !== undefined) frontier.add(location, page.depth);
      for (const link of links) {
        try {
          frontier.add(String(new URL(link, page.url)), page.depth + 1);
        } catch {
          // It is no URL.
        }
      }
    }
    frontier.done(page);
    loaded.push(Object.assign({}, page, outcome));
    changed();
  }

  try {
    fill();
    for (;;) {
      if (error.length > 0) throw error[0];
      const result = loaded.shift();
      if (result) {
        taken--;
        fill();
        yield result;
      } else if (isOver && taken === 0) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          changed = resolve;
        });
      }
    }
  } finally {
    isOver = true;
    stop.abort(new Error('the loop was left'));
    frontier.close();
  }
}
