// Only listens to the signal. The event of an abort before the call does not come again.
// Fails: rejects immediately when the signal was aborted before, and leaves the queue as it is
// Says: does not come again
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
    for (;;) {
      const [maker] = this.#makers;
      const [taker] = this.#takers;
      if (maker && this.#items.length < this.#capacity) maker();
      else if (taker && this.#items.length > 0) taker();
      else return;
    }
  }
}
