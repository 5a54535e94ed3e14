/** Lets a crawl happen in its thread, to its end, or to the end of our patience. */
import { Worker } from 'node:worker_threads';
import type { Judge } from '../web/judge.ts';
import type { Loaded, News, Order } from './thread.ts';

/** Nothing takes so long in a crawl, in ms: not even a page that never comes. */
const PATIENCE = 5000;

/** More requests, or results, for each page than any crawler has a reason for. */
const FLOOD = 20;

/** The exit code of a module that awaits what can never come. */
const UNSETTLED = 13;

export type End =
  /** The loop has ended. */
  | 'over'
  /** It was not waited for: somebody has asked twice to stop. */
  | 'ended'
  | { readonly failed: Error }
  /** A sentence. */
  | { readonly given: string };

export interface Driven {
  readonly end: End;
  readonly loaded: readonly Loaded[];
  /** JSON, as it was told last; undefined before the first result. */
  readonly state: string | undefined;
  /** Real ms. */
  readonly ms: number;
}

export interface Drive {
  readonly module: string;
  readonly order: Order;
  readonly judge: Judge;
  /** How many pages there are to find. */
  readonly size: number;
  readonly onLoaded: (soFar: readonly Loaded[]) => void;
  readonly onDraw: (counts: unknown) => void;
  readonly onPrint: (text: string) => void;
  /** How long nothing may happen, in ms. */
  readonly patience?: number;
}

export interface Running {
  /** First with grace; the second time, at once. */
  stop(): void;
  readonly driven: Promise<Driven>;
}

export function drive({ module, order, judge, size, patience = PATIENCE, ...on }: Drive): Running {
  const started = performance.now();
  const loaded: Loaded[] = [];
  let state: string | undefined;
  let isStopping = false;
  let lastNews = started;
  const worker = new Worker(module, {
    workerData: order,
    execArgv: ['--enable-source-maps'],
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream.setEncoding('utf8').on('data', on.onPrint);
  const { promise, resolve: finish } = withResolvers<End>();
  worker.on('message', (news: News) => {
    lastNews = performance.now();
    if (news.kind === 'draw') return on.onDraw(news.counts);
    state = news.state;
    if (news.kind === 'over') return finish('over');
    loaded.push(news.loaded);
    if (loaded.length > FLOOD * size)
      finish({ given: `${loaded.length} results have come, for ${size} pages.` });
    on.onLoaded(loaded);
  });
  worker.once('error', (failed) => finish({ failed: failed as Error }));
  worker.once('exit', (code) =>
    finish({
      given:
        code === 0 || code === UNSETTLED
          ? 'Nothing is left that could go on: no timer and no request.'
          : `It has ended its thread, with exit code ${code}.`,
    }),
  );

  let requests = 0;
  const watch = setInterval(() => {
    if (judge.requests > requests) lastNews = performance.now();
    requests = judge.requests;
    if (requests > FLOOD * size)
      finish({ given: `${requests} requests have come, for ${size} pages.` });
    else if (performance.now() - lastNews > patience)
      finish({ given: `Nothing has happened for ${patience / 1000} s.` });
  }, 100);

  const driven = promise.then(async (end) => {
    clearInterval(watch);
    await worker.terminate();
    return { end, loaded, state, ms: performance.now() - started };
  });
  const stop = () => {
    if (isStopping) finish('ended');
    else worker.postMessage('stop');
    isStopping = true;
  };
  return { stop, driven };
}

/** Promise.withResolvers is new in Node 22. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
