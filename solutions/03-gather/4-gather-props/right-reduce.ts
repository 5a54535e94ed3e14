// Waits for all values at once, then builds the object key by key.
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  // Promise.all attaches handlers to all of them; the rest only builds the object.
  return Promise.all(keys.map((key) => promises[key])).then((values) =>
    // Defined, as an assignment would lose a key `__proto__`.
    keys.reduce(
      (result, key, i) =>
        Object.defineProperty(result, key, {
          value: values[i],
          enumerable: true,
          configurable: true,
          writable: true,
        }),
      {} as T,
    ),
  );
}
