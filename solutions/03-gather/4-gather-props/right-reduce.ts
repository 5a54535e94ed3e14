// All the values at once, and the object put together key by key.
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  // Promise.all listens to all of them; the chain only puts together what has come.
  return Promise.all(keys.map((key) => promises[key])).then((values) =>
    keys.reduce((result, key, i) => Object.assign(result, { [key]: values[i] }), {} as T),
  );
}
