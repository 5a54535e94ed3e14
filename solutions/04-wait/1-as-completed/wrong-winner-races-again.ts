// Assumes that each race has a new winner. (A settled promise that is left in the race wins it again.)
// Fails: yields each value as soon as its promise fulfils
// Fails: yields each value once, in whatever order the promises fulfil
// Fails: throws the same error as soon as a promise rejects
// Fails: yields the values of already fulfilled promises in input order
// Fails: keeps values that arrive while the reader is busy
// Fails: keeps a value and a later rejection while the reader is busy
// Fails: iterates over the input only once
// Says: Did a promise that has settled take part in another race?
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const racing = [...promises];
  for (const _ of racing) yield await Promise.race(racing);
}
