// A web stream that buffers nothing: it pulls a result when somebody reads, and `cancel` stops what is loading.
import { ReadableStream } from 'node:stream/web';
import { Frontier, type Page } from '../1-frontier.ts';
import { load } from '../2-load.ts';
import type { CrawlOptions, Result } from '../3-crawl.ts';

export function crawl(start: readonly string[], options: CrawlOptions): AsyncIterable<Result> {
  const { n, maxDepth, delay } = options;
  const stop = new AbortController();
  const loaded: { result: Result; take: () => void }[] = [];
  const visits = new Set<Promise<void>>();
  let frontier: Frontier;
  let over: Promise<'over'> | undefined;
  let wake = () => {};

  const visit = async (page: Page) => {
    const outcome = await load(page.url, { ...options, signal: stop.signal });
    if ('links' in outcome) {
      if (outcome.location) frontier.add(outcome.location, page.depth);
      for (const link of outcome.links.filter((one) => URL.canParse(one, page.url)))
        frontier.add(new URL(link, page.url).href, page.depth + 1);
    }
    frontier.done(page);
    await new Promise<void>((take) => {
      loaded.push({ result: { ...page, ...outcome }, take });
      wake();
    });
  };
  const visitAll = async (): Promise<'over'> => {
    let failed: (reason: unknown) => void = () => {};
    const failure = new Promise<never>((_, reject) => {
      failed = reject;
    });
    failure.catch(() => {});
    for (;;) {
      const page = await Promise.race([frontier.next(), failure]);
      if (!page) break;
      const visiting = visit(page).finally(() => visits.delete(visiting));
      visits.add(visiting);
      visiting.catch(failed);
      if (visits.size >= n) await Promise.race(visits);
    }
    await Promise.all(visits);
    return 'over';
  };
  const stream = new ReadableStream<Result>(
    {
      async pull(controller) {
        if (!over) {
          if (n !== Infinity && !(Number.isSafeInteger(n) && n > 0)) throw new RangeError('n');
          frontier = new Frontier({ maxDepth, delay });
          for (const url of start) frontier.add(url, 0);
          over = visitAll();
          over.catch(() => {});
        }
        const isLoaded = new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (loaded.length === 0 && (await Promise.race([over, isLoaded])) === 'over')
          return controller.close();
        const next = loaded.shift();
        next?.take();
        controller.enqueue(next?.result as Result);
      },
      cancel() {
        stop.abort();
        frontier?.close();
      },
    },
    { highWaterMark: 0 },
  );
  return stream.values();
}
