// `p-timeout` ends a try, and `p-retry` makes the second one. What has failed is thrown in an Error of its own.
import pRetry from 'p-retry';
import pTimeout from 'p-timeout';
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

class Failure extends Error {
  readonly outcome: Answer | { error: string };

  constructor(outcome: Answer | { error: string }) {
    super();
    this.outcome = outcome;
  }
}

export async function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { timeout, pause, signal } = options;
  if ([timeout, pause].some((ms) => !(ms >= 1 && ms <= Number.MAX_VALUE)))
    throw new RangeError('These times make no sense');
  let tries = 0;
  const attempt = () => {
    tries++;
    return tryOnce(url, options);
  };
  try {
    const answer = await pRetry(attempt, { retries: 1, minTimeout: pause, factor: 1, signal });
    return { ...answer, tries };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return { ...(error as Failure).outcome, tries };
  }
}

async function tryOnce(url: string, { fetch, timeout, signal }: LoadOptions): Promise<Answer> {
  const controller = new AbortController();
  const tell = () => controller.abort(signal.reason);
  signal.addEventListener('abort', tell);
  const fetching = new Promise<Answer>((resolve) =>
    resolve(fetch(url, { signal: controller.signal })),
  );
  // `p-timeout` attaches no handler if the signal was aborted before.
  fetching.catch(() => {});
  try {
    const answer = await pTimeout(fetching, {
      milliseconds: timeout,
      signal,
      fallback: () => {
        controller.abort();
        throw new Error('timeout');
      },
    });
    const head = headOf(answer, url);
    if (head.status >= 500) throw new Failure(head);
    return head;
  } catch (reason) {
    if (reason instanceof Failure) throw reason;
    throw new Failure({ error: reason instanceof Error ? reason.message : String(reason) });
  } finally {
    signal.removeEventListener('abort', tell);
  }
}

function headOf(answer: Answer, url: string): Answer {
  const { location, ...rest } = answer;
  const isRedirect = /^3..$/.test(`${answer.status}`) && location !== undefined;
  if (!isRedirect || !URL.canParse(location, url)) return rest;
  return { ...rest, location: String(new URL(location, url)) };
}
