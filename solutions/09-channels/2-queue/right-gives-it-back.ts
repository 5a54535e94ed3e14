// A call that is aborted after it was served, before its code goes on, rejects and gives back what it has got.
interface Waiting<T> {
  item?: T;
  isServed: boolean;
  wake(): void;
}

export class Queue<T> {
  #items: { item: T; owner?: Waiting<T> }[] = [];
  #makers: Waiting<T>[] = [];
  #takers: Waiting<T>[] = [];
  #capacity: number;

  constructor(capacity: number) {
    if (!(capacity >= 1) || (Number.isFinite(capacity) && capacity % 1 !== 0))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    const me = { item, isServed: false, wake() {} };
    await this.#standIn(this.#makers, me, signal);
    if (!signal?.aborted) return;
    const place = this.#items.findIndex(({ owner }) => owner === me);
    // Somebody has it already: then it was put.
    if (place < 0) return;
    this.#items.splice(place, 1);
    this.#serve();
    throw signal.reason;
  }

  async get(signal?: AbortSignal): Promise<T> {
    const me: Waiting<T> = { isServed: false, wake() {} };
    await this.#standIn(this.#takers, me, signal);
    if (!signal?.aborted) return me.item as T;
    this.#items.unshift({ item: me.item as T });
    this.#serve();
    throw signal.reason;
  }

  async #standIn(line: Waiting<T>[], me: Waiting<T>, signal?: AbortSignal) {
    signal?.throwIfAborted();
    const woken = new Promise<void>((resolve) => {
      me.wake = resolve;
    });
    signal?.addEventListener('abort', me.wake);
    line.push(me);
    this.#serve();
    await woken;
    signal?.removeEventListener('abort', me.wake);
    if (me.isServed) return;
    line.splice(line.indexOf(me), 1);
    throw signal?.reason;
  }

  #serve() {
    const maker = this.#items.length < this.#capacity ? this.#makers.shift() : undefined;
    if (maker) {
      this.#items.push({ item: maker.item as T, owner: maker });
      maker.isServed = true;
      maker.wake();
    }
    const taker = this.#items.length > 0 ? this.#takers.shift() : undefined;
    if (taker) {
      taker.item = this.#items.shift()?.item as T;
      taker.isServed = true;
      taker.wake();
    }
    if (maker || taker) this.#serve();
  }
}
