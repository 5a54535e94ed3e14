// Waits again for the rest when a timer has fired early; the listener is an object that disposes of itself.
import { addAbortListener } from 'node:events';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  const left = () => beat * ms - (performance.now() - start);
  while (!signal.aborted) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    const now = performance.now() - start;
    beat = Math.max(beat, Math.floor(now / ms)) + 1;
    while (!signal.aborted && left() > 0) await sleep(left(), signal);
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const listener = addAbortListener(signal, () => end());
    const timer = setTimeout(() => end(), ms);
    const end = () => {
      clearTimeout(timer);
      listener[Symbol.dispose]();
      resolve();
    };
  });
}
