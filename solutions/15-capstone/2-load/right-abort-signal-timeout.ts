// Recursion, and `AbortSignal.timeout`: when it fires, the own signal of the try is aborted if it is still running.
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

const MOST = 2;

export async function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { timeout, pause, signal } = options;
  if (!(timeout >= 1 && pause >= 1 && timeout + pause < Infinity)) throw new RangeError('times');
  if (signal.aborted) throw signal.reason;
  return attempt(url, options, 1);
}

async function attempt(url: string, options: LoadOptions, tries: number): Promise<Outcome> {
  const { signal, pause } = options;
  const outcome = await outcomeOf(url, options);
  const isGood = 'status' in outcome && outcome.status < 500;
  if (isGood || tries === MOST) return { ...outcome, tries };
  const { promise, stop } = abortOf(signal);
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, pause);
  });
  await Promise.race([over, promise]).finally(() => {
    clearTimeout(timer);
    stop();
  });
  return attempt(url, options, tries + 1);
}

async function outcomeOf(url: string, { fetch, timeout, signal }: LoadOptions) {
  const limit = AbortSignal.timeout(timeout);
  const own = AbortSignal.any([signal, limit]);
  const { promise, stop } = abortOf(own);
  try {
    const { status, location, links } = await Promise.race([fetch(url, { signal: own }), promise]);
    const isRedirect = status >= 300 && status <= 399 && location !== undefined;
    const target = isRedirect && URL.canParse(location, url) && new URL(location, url).href;
    return { status, ...(target && { location: target }), links } as Answer;
  } catch (reason) {
    if (signal.aborted) throw signal.reason;
    if (limit.aborted) return { error: 'timeout' };
    return { error: reason instanceof Error ? reason.message : String(reason) };
  } finally {
    stop();
  }
}

/** Rejects when the signal is aborted, with its reason. */
function abortOf(signal: AbortSignal) {
  let stop = () => {};
  const promise = new Promise<never>((_, reject) => {
    const tell = () => reject(signal.reason);
    signal.addEventListener('abort', tell);
    stop = () => signal.removeEventListener('abort', tell);
  });
  promise.catch(() => {});
  return { promise, stop };
}
