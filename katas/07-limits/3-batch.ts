/** Loads many at a time. It fulfils with a list in which each key has a place: for its value, or for an Error. */
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

/**
 * Returns a function that loads one value. The keys of one moment are loaded by one call of `loadMany`: a batch.
 *
 * - What one callback asks for, with the microtasks after it, is one batch. `loadMany` is called once, with an array
 *   of all these keys, as they are, in the order in which they were asked for. `batch` itself does not call it.
 * - No time passes before that call: it comes when the microtasks are done. (A timer of 0 ms takes 1 ms.) What a later
 *   callback asks for is another batch, also while `loadMany` is still running.
 * - A key that is asked for twice is in the batch once. Two keys are the same if a Map takes them for the same.
 * - Each load fulfils with the value in the place of its key, at the moment when `loadMany` fulfils.
 * - If an Error is in that place, the load rejects with this Error. The other loads of the batch do not.
 * - If `loadMany` rejects or throws, each load of the batch rejects with the same reason.
 * - If it fulfils with anything but a list with one place for each key, each load of the batch rejects with a TypeError.
 * - Remembers nothing. What is asked for after the call of `loadMany` is loaded, also inside of `loadMany`,
 *   and whatever has become of the batches before.
 * - `loadMany` may change the array that it gets (sort it, empty it). The code does not change it after the call.
 * - Each function that `batch` returns has batches of its own, also when both got the same `loadMany`.
 */
export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  // TODO: return a function that notes its key, and let one call of loadMany load all keys of the moment.
  throw new Error('TODO: write batch() in katas/07-limits/3-batch.ts');
}
