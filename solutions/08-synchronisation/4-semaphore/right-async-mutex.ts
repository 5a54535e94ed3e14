// Semaphore of async-mutex. It knows no signal: a call that has left hands its permit on when it comes.
import * as mutex from 'async-mutex';

export class Semaphore {
  readonly #semaphore: mutex.Semaphore;
  /** It goes through all its permits one by one, so it does not get too many of them. */
  readonly #more: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    const most = Math.min(n, 1000);
    this.#semaphore = new mutex.Semaphore(most);
    this.#more = n - most;
  }

  get free() {
    return this.#semaphore.getValue() + this.#more;
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const leave = () => reject(signal?.reason);
      signal?.addEventListener('abort', leave);
      this.#semaphore.acquire().then(([, release]) => {
        signal?.removeEventListener('abort', leave);
        if (signal?.aborted) release();
        else resolve(release);
      });
    });
  }
}
