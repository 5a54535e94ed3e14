/** What comes of the request for a page; `links` as they stand in the page. */
export interface Answer {
  status: number;
  /** Where a redirect leads: perhaps relative to the page. */
  location?: string;
  links: string[];
}

/** Fulfils when the whole page is there. Rejects, or throws, when there is no answer. */
export type Fetch = (url: string, options: { signal: AbortSignal }) => Promise<Answer>;

/** What comes of a page, after one or two tries. */
export type Outcome = (Answer & { tries: number }) | { error: string; tries: number };

export interface LoadOptions {
  fetch: Fetch;
  /** How long one try may take, in ms. */
  timeout: number;
  /** How long to wait between two tries, in ms. */
  pause: number;
  signal: AbortSignal;
}

/**
 * Loads one page, with two tries at most. Whatever happens to the page is an outcome: only `signal` makes it reject.
 *
 * - Calls `fetch` with `url` and a signal. When it fulfils with a status of 500 or more, calls it a second time, `pause` ms after the
 *   end of the first try. What comes of the second try is final. Fulfils with `status`, `links` and `tries`, in the millisecond of
 *   the last answer.
 * - When the status is below 500, there is no second try.
 * - Where the status is 300 to 399 and there is a `location`, that is in the outcome, as an absolute URL: it is resolved
 *   against `url`. It is not followed. With any other status, or when it cannot be resolved, the outcome has no such property.
 * - When `fetch` rejects, or throws in the call, tries a second time as well. If the second try does so, fulfils with `error`
 *   and `tries`: `error` is the message of an Error, and `String(reason)` of any other reason.
 * - A try may take `timeout` ms. Then its signal is aborted, and it has failed in that millisecond, with 'timeout' as its
 *   error, whatever its `fetch` does. What that settles with later, and whether it does, changes nothing.
 * - Each try has a time limit and a signal of its own.
 * - When `signal` is aborted during a try, rejects in that millisecond, with the same reason. The signal of the try is aborted
 *   with it, too.
 * - When `signal` is aborted in the pause, rejects in that millisecond with its reason, and calls nothing any more. When it
 *   was aborted before the call, rejects with its reason, and calls nothing.
 * - Sets one timer for each try and one for the pause, and none that is left. Leaves no listener on `signal`; others and
 *   `onabort` stay.
 * - `timeout` and `pause` are finite numbers from 1 on. For any other value it rejects with a RangeError, and calls nothing.
 * - Each call is on its own: the same URL is fetched again.
 */
export async function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { timeout, pause, signal } = options;
  if (![timeout, pause].every((ms) => ms >= 1 && ms < Infinity))
    throw new RangeError('times that make no sense');
  signal.throwIfAborted();
  const first = await tryOnce(url, options);
  if ('status' in first && first.status < 500) return { ...first, tries: 1 };
  // It may have been aborted since the answer was there.
  signal.throwIfAborted();
  await sleep(pause, signal);
  return { ...(await tryOnce(url, options)), tries: 2 };
}

/** Rejects only with the reason of the caller's signal. */
function tryOnce(url: string, { fetch, timeout, signal }: LoadOptions) {
  return new Promise<Answer | { error: string }>((resolve, reject) => {
    const own = new AbortController();
    const timer = setTimeout(() => {
      end({ error: 'timeout' });
      own.abort();
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
