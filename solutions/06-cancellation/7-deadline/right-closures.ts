// A class only outside: closures made by the constructor, and `then` with a handler for each end.
import { once } from 'node:events';

type Op<T> = (signal: AbortSignal) => Promise<T>;
type Run = <T>(op: Op<T>, limit?: number) => Promise<T>;

const timeoutError = () => Object.assign(new Error('Too late!'), { name: 'TimeoutError' });
const rangeError = () => new RangeError('expected 1 ms or more');

export class Deadline {
  readonly left: () => number;
  readonly run: Run;
  readonly pause: (ms: number) => Promise<void>;

  constructor(ms: number, signal?: AbortSignal) {
    if (!(ms >= 1)) throw rangeError();
    const born = performance.now();
    const left = () => Math.max(0, ms - (performance.now() - born));

    const refusal = (lasts: number, asked: number) => {
      if (!(asked >= 1)) return { because: rangeError() };
      if (signal?.aborted) return { because: signal.reason };
      return left() > lasts ? undefined : { because: timeoutError() };
    };

    this.left = left;
    this.run = (op, limit = Infinity) => {
      const no = refusal(0, limit);
      if (no) return Promise.reject(no.because);
      const controller = new AbortController();
      const stop = (reason: unknown) => controller.abort(reason);
      const cancelTimer = after(Math.min(limit, left()), () => stop(timeoutError()));
      const quit = () => stop(signal?.reason);
      signal?.addEventListener('abort', quit);
      const running = (async () => op(controller.signal))();
      const cleanUp = () => {
        cancelTimer();
        signal?.removeEventListener('abort', quit);
      };
      return running.then(
        (value) => {
          cleanUp();
          return value;
        },
        (error) => {
          cleanUp();
          return Promise.reject(controller.signal.aborted ? controller.signal.reason : error);
        },
      );
    };
    this.pause = async (time) => {
      const no = refusal(time, time);
      if (no) throw no.because;
      const over = new AbortController();
      const cancelTimer = after(time, () => over.abort());
      try {
        if (signal) await once(signal, 'abort', { signal: over.signal });
        else await once(over.signal, 'abort');
      } catch {
        return;
      } finally {
        cancelTimer();
      }
      if (signal) throw signal.reason;
    };
  }
}

function after(ms: number, f: () => void): () => void {
  if (ms === Infinity) return () => {};
  const timer = setTimeout(f, ms);
  return () => clearTimeout(timer);
}
