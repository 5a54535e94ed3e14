// Waits for all values at once, then builds the object key by key.
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  // Promise.all attaches handlers to all of them; the rest only builds the object.
  return Promise.all(keys.map((key) => promises[key])).then((values) =>
    keys.reduce((result, key, i) => Object.assign(result, { [key]: values[i] }), {} as T),
  );
}
