// A ring with room for 1024 items. (When it is full, a new item takes the place of an old one.)
// Fails: has room for any number of items, and of calls that wait
// Says: { 'in order':
const SIZE = 1024;

export class Mailbox<T> {
  readonly #ring: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];
  #first = 0;
  #count = 0;

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) return handOver(item);
    this.#ring[(this.#first + this.#count) % SIZE] = item;
    this.#count++;
  }

  async get() {
    if (this.#count === 0) return new Promise<T>((resolve) => this.#waiting.push(resolve));
    const item = this.#ring[this.#first];
    this.#first = (this.#first + 1) % SIZE;
    this.#count--;
    return item as T;
  }
}
