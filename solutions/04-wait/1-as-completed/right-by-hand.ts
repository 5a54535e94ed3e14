// No generator function: an object with the methods of a generator, written by hand.
export function asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  type Result = IteratorResult<T, undefined>;
  type Reader = { resolve: (result: Result) => void; reject: (failure: unknown) => void };
  const readers: Reader[] = [];
  const arrived: ((reader: Reader) => void)[] = [];
  let left = 0;
  const arrive = (give: (reader: Reader) => void) => {
    const reader = readers.shift();
    if (reader) give(reader);
    else arrived.push(give);
  };
  for (const promise of promises) {
    left++;
    promise.then(
      (value) => arrive(({ resolve }) => resolve({ done: false, value })),
      (failure) => arrive(({ reject }) => reject(failure)),
    );
  }
  const generator = {
    next: () =>
      new Promise<Result>((resolve, reject) => {
        const give = arrived.shift();
        if (left-- <= 0) resolve({ done: true, value: undefined });
        else if (give) give({ resolve, reject });
        else readers.push({ resolve, reject });
      }),
    return: async () => {
      left = 0;
      return { done: true, value: undefined };
    },
    throw: async (failure: unknown) => {
      left = 0;
      throw failure;
    },
    [Symbol.asyncIterator]: () => generator,
  } as unknown as AsyncGenerator<T>;
  return generator;
}
