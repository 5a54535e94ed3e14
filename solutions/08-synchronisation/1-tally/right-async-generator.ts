// An async generator holds the total: each number is passed in with next(), and is added when those before it have been.
type Io<T> = () => Promise<T>;

export class Tally {
  total = 0;
  readonly #numbers = this.#adding();

  constructor() {
    // Up to the first yield.
    void this.#numbers.next();
  }

  async *#adding(): AsyncGenerator<void, never, number> {
    while (true) this.total += yield;
  }

  async add(count: Io<number>) {
    await this.#numbers.next(await count());
  }
}
