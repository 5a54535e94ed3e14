// Looks at the signal when it has an item, and throws that away if it was aborted in between.
// Fails: lets a call of get that has left take no item
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Says: goes to the first call that still waits
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
