// A class that stores each result by its index, and checks each time whether all are there.
class Collector<T> {
  readonly promise: Promise<T[]>;
  readonly #results = new Map<number, T>();
  #resolve: (results: T[]) => void = () => {};
  #reject: (error: unknown) => void = () => {};
  #expected = 0;

  constructor(awaitables: Iterable<T | PromiseLike<T>>) {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    for (const awaitable of awaitables) this.#follow(awaitable, this.#expected++);
    this.#look();
  }

  async #follow(awaitable: T | PromiseLike<T>, place: number): Promise<void> {
    try {
      this.#results.set(place, await awaitable);
      this.#look();
    } catch (error) {
      this.#reject(error);
    }
  }

  #look(): void {
    if (this.#results.size < this.#expected) return;
    const inOrder = [...this.#results].sort(([a], [b]) => a - b);
    this.#resolve(inOrder.map(([, result]) => result));
  }
}

export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Collector(awaitables).promise;
}
