// An abort takes the item out of the queue, also when its `put` has fulfilled.
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Says: an abort comes too late
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
    const takeBack = () => {
      const place = this.#items.findIndex(({ owner }) => owner === me);
      if (place < 0) return false;
      this.#items.splice(place, 1);
      this.#serve();
      return true;
    };
    if (signal?.aborted && takeBack()) throw signal.reason;
    signal?.addEventListener('abort', takeBack, { once: true });
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
    const isFirst = (one: Waiting<T>) => !one.isServed;
    for (let goesOn = true; goesOn; ) {
      goesOn = false;
      const maker = this.#makers.find(isFirst);
      if (maker && this.#items.length < this.#capacity) {
        this.#makers.splice(this.#makers.indexOf(maker), 1);
        this.#items.push({ item: maker.item as T, owner: maker });
        maker.isServed = goesOn = true;
        maker.wake();
      }
      const taker = this.#takers.find(isFirst);
      const first = taker && this.#items.shift();
      if (taker && first) {
        this.#takers.splice(this.#takers.indexOf(taker), 1);
        taker.item = first.item;
        taker.isServed = goesOn = true;
        taker.wake();
      }
    }
  }
}
