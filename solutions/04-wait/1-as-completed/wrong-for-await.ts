// Assumes that `for await` takes the promises as they settle. (It awaits them in the order of the list.)
// Fails: yields each value as soon as its promise fulfils
// Fails: yields each value once, in whatever order the promises fulfil
// Fails: yields a value as it is, also undefined, a list or an Error
// Fails: throws the same error as soon as a promise rejects
// Fails: has ended when it has thrown
// Fails: takes promises that have already settled in input order
// Fails: keeps values that arrive while the reader is busy, in the order of arrival
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Fails: causes no unhandled rejection when the reader stops early
// Fails: yields the value of a promise twice when it is in the input twice
// Fails: needs only the then of a promise
// Fails: iterates over the input only once, and before the first value
// Says: While your code awaits one promise, it does not notice that another one settles.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  for await (const value of promises) yield value;
}
