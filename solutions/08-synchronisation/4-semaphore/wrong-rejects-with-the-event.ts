// Passes `reject` itself as the listener, which gets the event, not the reason.
// Fails: rejects with the reason of the signal when it is aborted while the call waits
// Says: The reason is in `signal.reason`
export class Semaphore {
  readonly #line: (() => boolean)[] = [];
  #free: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
  }

  get free() {
    return this.#free;
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve(this.#permit());
    }
    return new Promise((resolve, reject) => {
      let waits = true;
      const leave = (event: Event) => {
        waits = false;
        reject(event);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#line.push(() => {
        if (!waits) return false;
        signal?.removeEventListener('abort', leave);
        resolve(this.#permit());
        return true;
      });
    });
  }

  #permit() {
    let release = () => {
      release = () => {};
      this.#pass();
    };
    return () => release();
  }

  #pass() {
    for (let next = this.#line.shift(); next; next = this.#line.shift()) if (next()) return;
    this.#free++;
  }
}
