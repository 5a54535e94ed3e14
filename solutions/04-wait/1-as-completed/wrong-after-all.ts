// Waits for all promises, and only afterwards yields the values.
// Fails: yields each value as soon as its promise fulfils
// Fails: yields each value once, in whatever order the promises fulfil
// Fails: throws the same error as soon as a promise rejects
// Fails: yields the values of already fulfilled promises in input order
// Fails: keeps values that arrive while the reader is busy
// Fails: keeps a value and a later rejection while the reader is busy
// Fails: causes no unhandled rejection when the reader stops early
// Fails: iterates over the input only once
// Says: While your code awaits one promise, it does not notice that another one settles.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  for (const value of await Promise.all(promises)) yield value;
}
