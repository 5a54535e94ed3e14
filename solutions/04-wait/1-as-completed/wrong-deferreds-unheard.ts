// Passes a failure on to a promise that nobody listens to yet.
// Fails: throws a failure when its turn comes
// Fails: keeps a failure too, behind the values that came before it
// Fails: leaves no failure unhandled when the reader breaks off
// Says: c failed: a rejection that nobody ever handled
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
