// No generator function: an object with the methods of a generator, written by hand.
export function asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  type Result = IteratorResult<T, undefined>;
  type Reader = { resolve: (result: Result) => void; reject: (failure: unknown) => void };
  const readers: Reader[] = [];
  const arrived: ((reader: Reader) => void)[] = [];
  let left = 0;
  const end = () => {
    left = 0;
    for (const { resolve } of readers.splice(0)) resolve({ done: true, value: undefined });
  };
  const arrive = (give: (reader: Reader) => void) => {
    const reader = readers.shift();
    if (reader) give(reader);
    else arrived.push(give);
  };
  for (const promise of promises) {
    left++;
    promise.then(
      (value) => arrive(({ resolve }) => resolve({ done: false, value })),
      (failure) =>
        arrive(({ reject }) => {
          reject(failure);
          end();
        }),
    );
  }
  const generator = {
    next: () =>
      new Promise<Result>((resolve, reject) => {
        if (left === 0) return resolve({ done: true, value: undefined });
        left--;
        const give = arrived.shift();
        if (give) give({ resolve, reject });
        else readers.push({ resolve, reject });
      }),
    return: async () => {
      end();
      return { done: true, value: undefined };
    },
    throw: async (failure: unknown) => {
      end();
      throw failure;
    },
    [Symbol.asyncIterator]: () => generator,
  } as unknown as AsyncGenerator<T>;
  return generator;
}
