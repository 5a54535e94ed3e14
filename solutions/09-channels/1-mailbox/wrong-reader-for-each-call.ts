// Locks the stream for each call. (While one call waits, the next one throws.)
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Fails: sets no timer
// Says: ReadableStream is locked
import { ReadableStream, type ReadableStreamDefaultController } from 'node:stream/web';

export class Mailbox<T> {
  #controller: ReadableStreamDefaultController<T> | undefined;
  readonly #stream = new ReadableStream<T>({
    start: (controller) => {
      this.#controller = controller;
    },
  });

  put(item: T) {
    this.#controller?.enqueue(item);
  }

  async get() {
    const reader = this.#stream.getReader();
    const { value } = await reader.read();
    reader.releaseLock();
    return value as T;
  }
}
