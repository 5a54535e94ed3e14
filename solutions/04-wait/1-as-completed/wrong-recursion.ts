// Recursion over races: forgets in which order the others settled while the reader was busy.
// Fails: keeps values that arrive while the reader is busy, in the order of arrival
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Says: Yield the value first that arrived first: it has waited longest.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const entrants = new Map<number, Promise<readonly [number, () => T]>>();
  for (const promise of promises) {
    const i = entrants.size;
    const open = promise.then(
      (value) => () => value,
      (failure) => () => {
        throw failure;
      },
    );
    entrants.set(i, Promise.resolve(open.then((read) => [i, read] as const)));
  }
  yield* rest(entrants);
}

async function* rest<T>(
  entrants: Map<number, Promise<readonly [number, () => T]>>,
): AsyncGenerator<T> {
  if (entrants.size === 0) return;
  const [i, read] = await Promise.race(entrants.values());
  entrants.delete(i);
  yield read();
  yield* rest(entrants);
}
