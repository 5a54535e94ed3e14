// A row of pending promises: each input promise that settles settles the next one of the row.
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
  for (const slot of slots) slot.catch(() => {});
  for (const slot of slots) yield slot;
}
