// A class for a try: it settles once, and whatever comes later finds it settled. The pause is one of these, too.
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

type Result = Answer | { error: string };

/** It is over after so many ms, or when it is told; or it rejects when the signal is aborted. */
class Limited<T> {
  readonly #own = new AbortController();
  readonly #caller: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  #isOver = false;
  #resolve: (value: T) => void = () => {};
  #reject: (reason: unknown) => void = () => {};
  readonly end = new Promise<T>((resolve, reject) => {
    this.#resolve = resolve;
    this.#reject = reject;
  });

  constructor(ms: number, late: T, caller: AbortSignal) {
    this.#caller = caller;
    this.#timer = setTimeout(() => {
      this.settle(late);
      this.#own.abort();
    }, ms);
    caller.addEventListener('abort', this);
  }

  get signal(): AbortSignal {
    return this.#own.signal;
  }

  settle(value: T): void {
    if (this.#isOver) return;
    this.#close();
    this.#resolve(value);
  }

  handleEvent(): void {
    this.#close();
    this.#own.abort(this.#caller.reason);
    this.#reject(this.#caller.reason);
  }

  #close(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#caller.removeEventListener('abort', this);
  }
}

export async function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { fetch, timeout, pause, signal } = options;
  if (!(Math.min(timeout, pause) >= 1 && Math.max(timeout, pause) < Infinity))
    throw new RangeError('timeout and pause are finite, and from 1 on');
  signal.throwIfAborted();
  const once = async (): Promise<Result> => {
    const page = new Limited<Result>(timeout, { error: 'timeout' }, signal);
    const run = async () => page.settle(headOf(await fetch(url, { signal: page.signal }), url));
    run().catch((reason) => page.settle({ error: textOf(reason) }));
    return page.end;
  };
  const first = await once();
  if ('status' in first && first.status < 500) return { ...first, tries: 1 };
  await new Limited(pause, undefined, signal).end;
  return { ...(await once()), tries: 2 };
}

const textOf = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));

function headOf({ location, ...rest }: Answer, url: string): Answer {
  if (location === undefined || rest.status < 300 || rest.status > 399) return rest;
  return URL.canParse(location, url) ? { ...rest, location: new URL(location, url).href } : rest;
}
