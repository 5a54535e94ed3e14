// Aborts the signal of the try first, and rejects after that. (A `fetch` that settles inside its abort listener wins the race.)
// Fails: ends a try when its time is up, whatever its fetch does
// Fails: rejects with the reason of the signal when it is aborted during a try
// Says: This `fetch` settles inside its abort listener, and its try had failed before: note that first, then abort.
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

export async function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { timeout, pause, signal } = options;
  if (![timeout, pause].every((ms) => ms >= 1 && ms < Infinity))
    throw new RangeError('times that make no sense');
  signal.throwIfAborted();
  const first = await tryOnce(url, options);
  if (!('error' in first) && first.status < 500) return { ...first, tries: 1 };
  await sleep(pause, signal);
  return { ...(await tryOnce(url, options)), tries: 2 };
}

/** Rejects only with the reason of the caller's signal. */
async function tryOnce(url: string, { fetch, timeout, signal }: LoadOptions) {
  const own = new AbortController();
  let fail: (reason: unknown) => void = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    fail = reject;
  });
  interrupted.catch(() => {});
  const interrupt = (reason: unknown) => {
    own.abort(reason);
    fail(reason);
  };
  const timer = setTimeout(() => interrupt(new Error('timeout')), timeout);
  const onAbort = () => interrupt(signal.reason);
  signal.addEventListener('abort', onAbort);
  try {
    return outcomeOf(await Promise.race([fetch(url, { signal: own.signal }), interrupted]), url);
  } catch (error) {
    signal.throwIfAborted();
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function outcomeOf({ status, location, links }: Answer, url: string): Answer {
  const isRedirect = status >= 300 && status < 400 && location !== undefined;
  if (!isRedirect || !URL.canParse(location, url)) return { status, links };
  return { status, location: new URL(location, url).href, links };
}

/** Rejects with the reason of the signal, if that comes first. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
