// An iterator by hand that goes on after it has thrown. (A generator that has thrown has ended.)
// Fails: has ended when it has thrown
// Says: A generator that has thrown has ended: it yields nothing more.
export function asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
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
  const generator = {
    next: async () => {
      const slot = slots.shift();
      return slot ? { done: false, value: await slot } : { done: true, value: undefined };
    },
    return: async () => {
      slots.length = 0;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => generator,
  } as unknown as AsyncGenerator<T>;
  return generator;
}
