// Tries again at once: a server that is too busy gets the next request in the same millisecond.
// Fails: tries a second time when the status is 500 or more, after a pause
// Fails: tries a second time when the first try rejects or throws
// Fails: ends a try when its time is up, whatever its fetch does
// Fails: has a time limit and a signal for each try
// Fails: rejects with the reason of the signal when it is aborted during a try
// Fails: rejects with the reason of the signal when it is aborted in the pause, or before
// Fails: sets a timer for each try and for the pause, and leaves nothing
// Fails: keeps each call apart
// Says: A server that fails may be well soon: try once more, `pause` ms after the end of the first try, and
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

export async function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { timeout, pause, signal } = options;
  if (![timeout, pause].every((ms) => ms >= 1 && ms < Infinity))
    throw new RangeError('times that make no sense');
  signal.throwIfAborted();
  const first = await tryOnce(url, options);
  if (!('error' in first) && first.status < 500) return { ...first, tries: 1 };
  return { ...(await tryOnce(url, options)), tries: 2 };
}

/** Rejects only with the reason of the caller's signal. */
function tryOnce(url: string, { fetch, timeout, signal }: LoadOptions) {
  return new Promise<Answer | { error: string }>((resolve, reject) => {
    const own = new AbortController();
    const timer = setTimeout(() => {
      end({ error: 'timeout' });
      own.abort(new Error('timeout'));
    }, timeout);
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
