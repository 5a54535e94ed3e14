// A Map keeps the keys in order from the start; each value is set when it arrives.
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const values = new Map<string, unknown>(Object.entries(promises));
  const arrivals = [...values].map(async ([key, promise]) => {
    values.set(key, await promise);
  });
  return Promise.all(arrivals).then(() => Object.fromEntries(values) as T);
}
