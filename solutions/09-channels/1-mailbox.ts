/**
 * A mailbox: some code puts items in, other code gets them out. It has room for any number of items.
 *
 * - While the mailbox is empty, `get` is pending. The next `put` hands its item to the call that waits longest, which
 *   fulfils in that millisecond.
 * - Items come out in the order in which they were put in. While an item is in the mailbox, `get` fulfils with the
 *   first one, in the millisecond of the call. An item stays there until a call gets it, however long that takes.
 * - A call never overtakes one that waits, in whatever microtask it comes: an item that was put while a call waits
 *   belongs to that call.
 * - Each item comes out once. None is lost and none comes out twice, in whatever microtask `put` or `get` is called.
 * - Each `Mailbox` has its own items and its own calls.
 * - Any value is an item, also `undefined`, `null`, 0 or an Error. The same value may be put in several times. `get`
 *   fulfils with the item itself, and not with a copy.
 * - Code that has just got an item may call `put` and `get`, like any other code.
 * - Any number of items can be in it, and any number of calls can wait.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export class Mailbox<T> {
  // One of the two is always empty: an item is kept only if no call waits, and a call waits only if no item is there.
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T): void {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  async get(): Promise<T> {
    // The item may be `undefined`, so it is the length that says whether one is there.
    if (this.#items.length > 0) return this.#items.shift() as T;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
