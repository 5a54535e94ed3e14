// Assumes that an assignment stores every key. (For `__proto__` it sets the prototype.)
// Fails: keeps every own key, and no inherited one
// Says: expected [ [ 'constructor', 'A' ], [ '', 'B' ], [ '__proto__', 'C' ] ]
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  const values = await Promise.all(keys.map((key) => promises[key]));
  const result = {} as T;
  for (const [i, key] of keys.entries()) result[key] = values[i] as T[keyof T];
  return result;
}
