/**
 * A queue of items with a capacity. A call of `put` waits for a place for its item, and a call of `get` waits for an
 * item. Both may leave.
 *
 * - The queue has `capacity` places, for one item each. `put` fulfils in the first millisecond in which there is a place
 *   for its item, or a call of `get` that takes it.
 * - The calls of `get` that wait get an item in their order, each in the millisecond in which there is one. A call never
 *   overtakes one that waits, in whatever microtask it comes.
 * - The items come out in the order of the calls of `put`. A call never overtakes one that waits, in whatever microtask
 *   it comes.
 * - Any value is an item, also `undefined`, and so is a value that is put twice. What comes out is that very value.
 * - When `signal` is aborted while the call waits, `put` and `get` reject in that millisecond with the reason of the
 *   signal, whatever value it is.
 * - A call of `get` that has rejected takes no item. The others keep their order.
 * - The item of a call of `put` that has rejected never comes out. The others keep their order. The item of a call that
 *   has fulfilled stays in, also when its `signal` is aborted after that.
 * - No item is lost when a call is served and its signal is aborted in the same millisecond. If the abort comes first, the
 *   call rejects. If it comes later, the call may do either: it fulfils, or it rejects and leaves its item or its place to
 *   the next call.
 * - When `signal` was aborted before the call, rejects immediately with its reason, and leaves the queue as it is. It does
 *   not throw in the call.
 * - Leaves no listener on the signal when it has fulfilled. Each call has its own place, also if several have the same
 *   signal. Other listeners of the signal stay as they are, and so does its `onabort`.
 * - `capacity` is a whole number from 1 on, or Infinity. For any other one, the constructor throws a RangeError.
 * - Each `Queue` has its own items and its own lines. When it is empty and no call waits, it works as at the beginning.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export class Queue<T> {
  constructor(capacity: number) {
    // TODO: keep what you need to know of the items, and of the calls that wait.
    throw new Error('TODO: write the constructor in katas/09-channels/2-queue.ts');
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    // TODO: wait until there is a place for the item, or until the signal is aborted.
    throw new Error('TODO: write put() in katas/09-channels/2-queue.ts');
  }

  async get(signal?: AbortSignal): Promise<T> {
    // TODO: wait until there is an item for this call, or until the signal is aborted.
    throw new Error('TODO: write get() in katas/09-channels/2-queue.ts');
  }
}
