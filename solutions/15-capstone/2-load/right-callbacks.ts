// One promise and one listener for the whole call: each event calls the next function, and a number says which try it is.
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

type Result = Answer | { error: string };

export function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { fetch, timeout, pause, signal } = options;
  return new Promise((resolve, reject) => {
    if (!isTime(timeout) || !isTime(pause)) return reject(new RangeError('no such time'));
    if (signal.aborted) return reject(signal.reason);
    let tries = 0;
    let own = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const onAbort = () => {
      tries = Infinity;
      clearTimeout(timer);
      own.abort(signal.reason);
      reject(signal.reason);
    };
    const start = () => {
      const me = ++tries;
      own = new AbortController();
      timer = setTimeout(() => {
        own.abort();
        end(me, { error: 'timeout' });
      }, timeout);
      const failed = (reason: unknown) =>
        end(me, { error: reason instanceof Error ? reason.message : String(reason) });
      try {
        fetch(url, { signal: own.signal }).then((answer) => end(me, answer), failed);
      } catch (reason) {
        failed(reason);
      }
    };
    const end = (me: number, result: Result) => {
      if (me !== tries) return;
      clearTimeout(timer);
      const isBad = 'error' in result || result.status >= 500;
      if (isBad && me === 1) {
        tries = 1.5;
        timer = setTimeout(() => {
          tries = 1;
          start();
        }, pause);
        return;
      }
      signal.removeEventListener('abort', onAbort);
      resolve({ ...('error' in result ? result : redirected(result, url)), tries: me });
    };
    signal.addEventListener('abort', onAbort);
    start();
  });
}

const isTime = (ms: number) => Number.isFinite(ms) && ms >= 1;

function redirected({ status, location, links }: Answer, url: string): Answer {
  if (location === undefined || status < 300 || status > 399) return { status, links };
  if (!URL.canParse(location, url)) return { status, links };
  return { status, links, location: new URL(location, url).href };
}
