// Looks every millisecond whether the time is up.
// Fails: sets a timer for each try and for the pause, and leaves nothing
// Says: Does your code poll?
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
function tryOnce(url: string, { fetch, timeout, signal }: LoadOptions) {
  return new Promise<Answer | { error: string }>((resolve, reject) => {
    const own = new AbortController();
    const start = Date.now();
    const timer = setInterval(() => {
      if (Date.now() - start < timeout) return;
      end({ error: 'timeout' });
      own.abort(new Error('timeout'));
    }, 1);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
      own.abort(signal.reason);
    };
    const end = (result: Answer | { error: string }) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(result);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    new Promise<Answer>((run) => run(fetch(url, { signal: own.signal }))).then(
      (answer) => end(outcomeOf(answer, url)),
      (reason) => end({ error: reason instanceof Error ? reason.message : String(reason) }),
    );
  });
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
