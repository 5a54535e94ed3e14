// A loop: `AbortSignal.any` joins the caller and the time limit, and a race lets no deaf fetch hold it up.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

export async function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { fetch, timeout, pause, signal } = options;
  for (const ms of [timeout, pause])
    if (!(ms >= 1) || ms === Infinity) throw new RangeError(`${ms} ms`);
  signal.throwIfAborted();
  for (let tries = 1; ; tries++) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort('timeout'), timeout);
    const own = AbortSignal.any([signal, limit.signal]);
    let stop = () => {};
    const aborted = new Promise<never>((_, reject) => {
      stop = () => reject(own.reason);
      own.addEventListener('abort', stop);
    });
    aborted.catch(() => {});
    try {
      const answer = await Promise.race([aborted, fetch(url, { signal: own })]);
      if (answer.status < 500 || tries === 2) return { ...headOf(answer, url), tries };
    } catch (reason) {
      signal.throwIfAborted();
      const isError = reason instanceof Error && !limit.signal.aborted;
      const error = isError ? reason.message : String(limit.signal.reason ?? reason);
      if (tries === 2) return { error, tries };
    } finally {
      clearTimeout(timer);
      own.removeEventListener('abort', stop);
    }
    await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

function headOf({ status, location, links }: Answer, url: string): Answer {
  if (location === undefined || Math.floor(status / 100) !== 3) return { status, links };
  try {
    return { status, links, location: new URL(location, url).toString() };
  } catch {
    return { status, links };
  }
}
