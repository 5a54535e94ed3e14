// Doubles its ring when that is full, also if the values are around its end.
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Says: The value that was sent first is taken first, and the loop that has waited longest gets it.
type Sender<T> = { value: T; resolve: () => void };
type Loop<T> = (result: IteratorResult<T, undefined>) => void;
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

export class Channel<T> implements AsyncIterable<T> {
  #senders = new Ring<Sender<T>>();
  #loops: Loop<T>[] = [];
  #closed = false;

  async send(value: T): Promise<void> {
    if (this.#closed) throw new Error('channel is closed');
    const loop = this.#loops.shift();
    if (loop) {
      loop({ done: false, value });
      return;
    }
    await new Promise<void>((resolve) => {
      this.#senders.push({ value, resolve });
    });
  }

  close(): void {
    this.#closed = true;
    for (const loop of this.#loops.splice(0)) loop({ done: true, value: undefined });
  }

  #next(): Promise<IteratorResult<T, undefined>> {
    const sender = this.#senders.shift();
    if (sender) {
      sender.resolve();
      return Promise.resolve({ done: false, value: sender.value });
    }
    if (this.#closed) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.#loops.push(resolve);
    });
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return { next: () => this.#next() };
  }
}
