// Makes a new Error of every failure: its class, and what it knew, are gone.
// Fails: gives what came of each in the order given, whichever comes first
// Fails: gives the very Error with which something has failed
// Says: Error('Error: no bread', { cause: NoBread('no bread') })
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) =>
    Promise.resolve(awaitable).catch((failure) => new Error(String(failure), { cause: failure })),
  );
  return Promise.all(outcomes);
}
