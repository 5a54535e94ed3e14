// All queues have one list of items, as it stands outside of the class.
// Fails: lets a call of get that has left take no item
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: has items and lines of its own, and works again when it is empty
// Says: that has never come in
interface Call {
  can(): boolean;
  go(): void;
}

let items: readonly unknown[] = [];

export class Queue<T> {
  readonly #capacity: number;
  #line: Call[] = [];

  constructor(capacity: number) {
    const isWhole = capacity === Infinity || Math.trunc(capacity) === capacity;
    if (!isWhole || capacity <= 0) throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal): Promise<void> {
    return this.#enter(
      () => items.length < this.#capacity,
      () => {
        items = [...items, item];
      },
      signal,
    );
  }

  get(signal?: AbortSignal): Promise<T> {
    return this.#enter(
      () => items.length > 0,
      () => {
        const [first, ...rest] = items;
        items = rest;
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
    return promise.finally(forget);
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
