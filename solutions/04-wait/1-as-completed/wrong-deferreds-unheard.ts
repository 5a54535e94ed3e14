// Passes a rejection on to another promise that has no handler yet.
// Fails: throws the same error as soon as a promise rejects
// Fails: takes promises that have already settled in input order
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Fails: causes no unhandled rejection when the reader stops early
// Says: A promise that rejects later needs a handler too, and so does each promise that then() or an async function returns.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises];
  const settle: { resolve: (value: T) => void; reject: (failure: unknown) => void }[] = [];
  const slots = list.map(
    () => new Promise<T>((resolve, reject) => settle.push({ resolve, reject })),
  );
  let next = 0;
  for (const promise of list) {
    promise.then(
      (value) => settle[next++]?.resolve(value),
      (failure) => settle[next++]?.reject(failure),
    );
  }
  for (const slot of slots) yield slot;
}
