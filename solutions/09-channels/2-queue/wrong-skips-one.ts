// Wakes one call at a time: when an item goes straight through, the place that it leaves is not given on.
// Fails: put waits for a place, and fulfils in the millisecond in which there is one
// Fails: lets the items out in the order of the calls of put, before any newcomer
// Fails: hands on any value
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: rejects immediately when the signal was aborted before, and leaves the queue as it is
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Fails: has items and lines of its own, and works again when it is empty
// Says: 'put c' fulfilled at 23 ms; expected at 11 ms
export class Queue<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  /** The calls that wait, in their order. Each one moves an item in or out. */
  readonly #makers = new Set<() => void>();
  readonly #takers = new Set<() => void>();

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`${capacity} is no number of places`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal): Promise<void> {
    return this.#wait(this.#makers, () => void this.#items.push(item), signal);
  }

  get(signal?: AbortSignal): Promise<T> {
    return this.#wait(this.#takers, () => this.#items.shift() as T, signal);
  }

  /** Stands in this line until it can make this move, or until the signal is aborted. */
  #wait<R>(line: Set<() => void>, move: () => R, signal?: AbortSignal): Promise<R> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const enter = () => {
        // It is served from here on: an abort that comes while its caller wakes up must not take the item away.
        line.delete(enter);
        signal?.removeEventListener('abort', leave);
        resolve(move());
      };
      const leave = () => {
        line.delete(enter);
        reject(signal?.reason);
      };
      line.add(enter);
      signal?.addEventListener('abort', leave);
      this.#match();
    });
  }

  /** Lets calls in, first of one line and then of the other, as long as there is one that can go on. */
  #match(): void {
    const [maker] = this.#makers;
    if (maker && this.#items.length < this.#capacity) maker();
    const [taker] = this.#takers;
    if (taker && this.#items.length > 0) taker();
  }
}
