// Assumes that `for await` takes the promises as they settle. (It awaits them in the order of the list.)
// Fails: yields each value as soon as its promise fulfils
// Fails: yields each value once, in whatever order the promises fulfil
// Fails: throws the same error as soon as a promise rejects
// Fails: yields the values of already fulfilled promises in input order
// Fails: keeps a value and a later rejection while the reader is busy
// Fails: causes no unhandled rejection when the reader stops early
// Fails: iterates over the input only once
// Says: While your code awaits one promise, it does not notice that another one settles.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  for await (const value of promises) yield value;
}
