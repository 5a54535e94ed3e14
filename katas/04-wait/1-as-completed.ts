/**
 * Yields the values of promises as they arrive, to be read with `for await`.
 *
 * - Yields each value as soon as its promise fulfils.
 * - Yields each value exactly once, in whatever order the promises fulfil.
 * - Yields a value as it is: it may be `undefined`, a list or an Error.
 * - Throws the same error as soon as a promise rejects. That may be any value, also `undefined`.
 * - Has ended when it has thrown: every other `next()`, called before or after that, fulfils with
 *   `{ done: true, value: undefined }`.
 * - When several promises have already settled, takes them in input order.
 * - Keeps values that arrive while the reader is busy. When the reader goes on, yields them in the order in
 *   which they arrived.
 * - Keeps a rejection in the same way. Throws its error after the values that arrived before it, and yields
 *   none that arrived later.
 * - When the reader stops early (`break`), later rejections cause no unhandled rejection.
 * - A promise that is in the input twice yields its value twice.
 * - Needs only the `then` of a promise: a thenable may have no `catch`.
 * - Iterates over `promises` only once, before the first value. A generator is empty the second time, and
 *   the caller may change a list later.
 * - With an empty input, ends immediately.
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  // TODO: yield the values of the promises as they arrive.
  throw new Error('TODO: write asCompleted() in katas/04-wait/1-as-completed.ts');
}
