// Looks again in each event-loop iteration, until it is its turn.
// Fails: put waits for a place, and fulfils in the millisecond in which there is one
// Fails: serves the calls of get that wait in their order, before any newcomer
// Fails: lets the items out in the order of the calls of put, before any newcomer
// Fails: hands on any value
// Fails: rejects when the signal is aborted while the call waits
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: rejects immediately when the signal was aborted before, and leaves the queue as it is
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Fails: has items and lines of its own, and works again when it is empty
// Fails: sets no timer
// Says: Stopped
export class Queue<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  readonly #putting: symbol[] = [];
  readonly #getting: symbol[] = [];

  constructor(capacity: number) {
    if (!(capacity > 0) || (capacity !== Infinity && !Number.isInteger(capacity)))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal): Promise<void> {
    const may = () => this.#items.length < this.#capacity;
    return this.#inTurn(this.#putting, may, () => void this.#items.push(item), signal);
  }

  get(signal?: AbortSignal): Promise<T> {
    const may = () => this.#items.length > 0;
    return this.#inTurn(this.#getting, may, () => this.#items.shift() as T, signal);
  }

  async #inTurn<R>(line: symbol[], may: () => boolean, act: () => R, signal?: AbortSignal) {
    const me = Symbol('a call');
    line.push(me);
    try {
      for (;;) {
        signal?.throwIfAborted();
        if (line[0] === me && may()) return act();
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      line.splice(line.indexOf(me), 1);
    }
  }
}
