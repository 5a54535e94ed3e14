// Assumes that each race has a new winner. (A settled promise that is left in the race wins it again.)
// Fails: yields each value as soon as its promise fulfils
// Fails: yields each value once, in whatever order the promises fulfil
// Fails: yields a value as it is, also undefined, a list or an Error
// Fails: throws the same error as soon as a promise rejects
// Fails: takes promises that have already settled in input order
// Fails: keeps values that arrive while the reader is busy, in the order of arrival
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Fails: yields the value of a promise twice when it is in the input twice
// Fails: needs only the then of a promise
// Fails: iterates over the input only once, and before the first value
// Says: Did a promise that has settled take part in another race?
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const racing = [...promises];
  for (const _ of racing) yield await Promise.race(racing);
}
