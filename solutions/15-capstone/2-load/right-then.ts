// Chains of `then` that pass on functions: what settles first says what is to be done with it.
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

type Result = Answer | { error: string };

export function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { timeout, pause, signal } = options;
  if (!Number.isFinite(timeout * pause) || timeout < 1 || pause < 1)
    return Promise.reject(new RangeError('timeout or pause'));
  if (signal.aborted) return Promise.reject(signal.reason);
  const rest = () =>
    wait(pause, undefined, { signal }).catch(() => {
      throw signal.reason;
    });
  return once(url, options).then((first) =>
    isWorthIt(first)
      ? rest()
          .then(() => once(url, options))
          .then((second) => ({ ...second, tries: 2 }))
      : { ...first, tries: 1 },
  );
}

const isWorthIt = (result: Result) => !('status' in result) || result.status > 499;

function once(url: string, { fetch, timeout, signal }: LoadOptions): Promise<Result> {
  const own = new AbortController();
  const over = new AbortController();
  const late = wait(timeout, undefined, { signal: AbortSignal.any([over.signal, signal]) }).then(
    (): Result => {
      own.abort(new DOMException('Too slow', 'TimeoutError'));
      return { error: 'timeout' };
    },
    () => {
      if (!signal.aborted) return new Promise<never>(() => {});
      own.abort(signal.reason);
      throw signal.reason;
    },
  );
  const page = Promise.resolve()
    .then(() => fetch(url, { signal: own.signal }))
    .then(
      (answer): Result => headOf(answer, url),
      (reason): Result => ({ error: reason instanceof Error ? reason.message : String(reason) }),
    );
  return Promise.race([late, page]).finally(() => over.abort());
}

function headOf({ status, location = '', links }: Answer, url: string): Answer {
  const isRedirect = status >= 300 && status < 400 && location && URL.canParse(location, url);
  return isRedirect ? { status, location: new URL(location, url).href, links } : { status, links };
}
