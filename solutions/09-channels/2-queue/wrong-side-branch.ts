// Cleans up in a branch of the promise that no code handles.
// Fails: rejects when the signal is aborted while the call waits
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Fails: sets no timer
// Says: 1 unhandled rejection
interface Call {
  can(): boolean;
  go(): void;
}

export class Queue<T> {
  readonly #capacity: number;
  #line: Call[] = [];
  #items: readonly T[] = [];

  constructor(capacity: number) {
    const isWhole = capacity === Infinity || Math.trunc(capacity) === capacity;
    if (!isWhole || capacity <= 0) throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal): Promise<void> {
    return this.#enter(
      () => this.#items.length < this.#capacity,
      () => {
        this.#items = [...this.#items, item];
      },
      signal,
    );
  }

  get(signal?: AbortSignal): Promise<T> {
    return this.#enter(
      () => this.#items.length > 0,
      () => {
        const [first, ...rest] = this.#items;
        this.#items = rest;
        return first as T;
      },
      signal,
    );
  }

  async #enter<R>(can: () => boolean, act: () => R, signal?: AbortSignal): Promise<R> {
    if (signal?.aborted) throw signal.reason;
    const { promise, resolve, reject } = withResolvers<R>();
    const call: Call = { can, go: () => resolve(act()) };
    const leave = () => {
      this.#line = this.#line.filter((other) => other !== call);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', leave);
    this.#line.push(call);
    this.#go();
    const forget = () => signal?.removeEventListener('abort', leave);
    promise.finally(forget);
    return promise;
  }

  #go() {
    const next = this.#line.find((call) => call.can());
    if (!next) return;
    this.#line.splice(this.#line.indexOf(next), 1);
    next.go();
    this.#go();
  }
}

/** `Promise.withResolvers` is not in Node 20. */
function withResolvers<R>() {
  let resolve!: (value: R) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<R>((fulfil, fail) => {
    resolve = fulfil;
    reject = fail;
  });
  return { promise, resolve, reject };
}
