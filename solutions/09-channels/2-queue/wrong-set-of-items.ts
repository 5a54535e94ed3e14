// Keeps the items in a Set: a value that is put twice is in it once.
// Fails: hands on any value
// Says: Ask how many items there are, and not what they are
interface Call {
  go(): boolean;
}

export class Queue<T> {
  readonly #capacity: number;
  readonly #items = new Set<T>();
  readonly #makers = new Set<Call>();
  readonly #takers = new Set<Call>();

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal): Promise<void> {
    const add = () => void this.#items.add(item);
    return this.#join(this.#makers, () => this.#items.size < this.#capacity, add, signal);
  }

  get(signal?: AbortSignal): Promise<T> {
    const take = () => {
      const [item] = this.#items;
      this.#items.delete(item as T);
      return item as T;
    };
    return this.#join(this.#takers, () => this.#items.size > 0, take, signal);
  }

  async #join<R>(line: Set<Call>, may: () => boolean, move: () => R, signal?: AbortSignal) {
    signal?.throwIfAborted();
    return await new Promise<R>((resolve, reject) => {
      const leave = () => {
        line.delete(call);
        reject(signal?.reason);
      };
      const call = {
        go: () => {
          if (!may()) return false;
          signal?.removeEventListener('abort', leave);
          line.delete(call);
          resolve(move());
          return true;
        },
      };
      line.add(call);
      signal?.addEventListener('abort', leave);
      this.#serve();
    });
  }

  #serve(): void {
    const [maker] = this.#makers;
    const hasPut = maker?.go();
    const [taker] = this.#takers;
    const hasGot = taker?.go();
    if (hasPut || hasGot) this.#serve();
  }
}
