// Promises made by hand, and no async function: each cause has a handler, and so has each end.
type Op<T> = (signal: AbortSignal) => Promise<T>;

class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export class Deadline {
  private readonly start = Date.now();
  private readonly ms: number;
  private readonly signal: AbortSignal | undefined;

  constructor(ms: number, signal?: AbortSignal) {
    const problem = problemOf(ms);
    if (problem) throw problem;
    this.ms = ms;
    this.signal = signal;
  }

  left(): number {
    return Math.max(this.ms - (Date.now() - this.start), 0);
  }

  run<T>(op: Op<T>, limit = Number.POSITIVE_INFINITY): Promise<T> {
    return new Promise((resolve, reject) => {
      const problem = problemOf(limit);
      if (problem) return reject(problem);
      if (this.signal?.aborted) return reject(this.signal.reason);
      const left = this.left();
      if (left <= 0) return reject(new TimeoutError('no time is left'));
      const controller = new AbortController();
      const quit = () => controller.abort(this.signal?.reason);
      const expire = () => controller.abort(new TimeoutError('took too long'));
      this.signal?.addEventListener('abort', quit);
      const ms = Math.min(limit, left);
      const timer = ms < Infinity ? setTimeout(expire, ms) : undefined;
      const end = () => {
        clearTimeout(timer);
        this.signal?.removeEventListener('abort', quit);
      };
      const fail = (error: unknown) => {
        end();
        reject(controller.signal.aborted ? controller.signal.reason : error);
      };
      const succeed = (value: T) => {
        end();
        resolve(value);
      };
      try {
        op(controller.signal).then(succeed, fail);
      } catch (error) {
        fail(error);
      }
    });
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const problem = problemOf(ms);
      if (problem) return reject(problem);
      const { signal } = this;
      if (signal?.aborted) return reject(signal.reason);
      if (this.left() <= ms) return reject(new TimeoutError('not enough time is left'));
      const quit = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', quit);
        resolve();
      }, ms);
      signal?.addEventListener('abort', quit);
    });
  }
}

function problemOf(ms: number) {
  return ms >= 1 ? undefined : new RangeError(`${ms} is no time`);
}
