/**
 * The thread in which the learner's crawler runs. A loop that never ends in it stops neither the servers nor Ctrl-C.
 * It is bundled with the learner's files.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { fetchPageAt } from './fetch-page.ts';
import { keepSources } from './keep-sources.ts';

/** What the thread is told. */
export interface Order {
  readonly addresses: Readonly<Record<string, string>>;
  /** The URLs to start with, or what `state()` returned when the crawl was stopped. */
  readonly start: unknown;
  readonly limits: Limits;
  /** How often to draw, in ms; undefined where there is no progress. */
  readonly every: number | undefined;
}

export interface Limits {
  readonly n: number;
  readonly maxDepth: number;
  readonly delay: number;
  readonly timeout: number;
  readonly pause: number;
  readonly grace: number;
}

/** What is known of one page. */
export interface Loaded {
  readonly url: string;
  /** A status, or an error. */
  readonly outcome: string;
}

/** What the thread tells. `state` is JSON. */
export type News =
  | { readonly kind: 'loaded'; readonly loaded: Loaded; readonly state: string }
  | { readonly kind: 'draw'; readonly counts: unknown }
  | { readonly kind: 'over'; readonly state: string };

/** What the learner's files export, as far as it is needed. */
export interface Crawler extends AsyncIterable<Result> {
  state(): unknown;
}
export type Result = { url: string; depth: number } & (
  | { status: number; location?: string; links: string[] }
  | { error: string }
);
type CrawlClass = new (start: never, options: never) => Crawler;
type Progress = (
  results: AsyncIterable<Result>,
  draw: (counts: unknown) => void,
  every: number,
) => AsyncIterable<Result>;

/** @param progress hands the results on, and says when to draw; undefined if the command was to do without it */
export async function crawl(Crawl: CrawlClass, progress?: Progress): Promise<void> {
  const { addresses, start, limits, every } = workerData as Order;
  const port = parentPort as NonNullable<typeof parentPort>;
  const tell = (news: News) => port.postMessage(news);
  keepSources();
  const stop = new AbortController();
  // The one message that there is.
  port.once('message', () => stop.abort(new Error('stopped')));
  // A crawler with nothing left to wait for is to end the thread.
  port.unref();

  const options = { ...limits, fetch: fetchPageAt(addresses), signal: stop.signal };
  const crawler = new Crawl(start as never, options as never);
  const draw = (counts: unknown) => tell({ kind: 'draw', counts: plain(counts) });
  const results =
    progress && every !== undefined ? progress(crawler, draw, every) : (crawler as Crawler);
  for await (const result of results)
    tell({ kind: 'loaded', loaded: loadedBy(result), state: JSON.stringify(crawler.state()) });
  tell({ kind: 'over', state: JSON.stringify(crawler.state()) });
}

function loadedBy(result: Result): Loaded {
  if (typeof result?.url !== 'string')
    throw new TypeError(`A result has the url of its page; got ${JSON.stringify(result)}.`);
  const outcome = 'status' in result ? result.status : result.error;
  return { url: result.url, outcome: String(outcome) };
}

/** No message can have a function in it. */
function plain(counts: unknown): unknown {
  return JSON.parse(JSON.stringify(counts ?? null));
}
