// Shares what is in flight: two calls with the same URL get one outcome, also if they have other options.
// Fails: keeps each call apart
// Says: No work was started in this run.
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

const inFlight = new Map<string, Promise<Outcome>>();

export function load(url: string, options: LoadOptions): Promise<Outcome> {
  const outcome = inFlight.get(url) ?? loadAnew(url, options).finally(() => inFlight.delete(url));
  inFlight.set(url, outcome);
  return outcome;
}

async function loadAnew(url: string, options: LoadOptions): Promise<Outcome> {
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
