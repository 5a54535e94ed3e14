// Copies the values by way of JSON, which loses `undefined`, NaN, functions and the class of an Error.
// Fails: accepts every value, also undefined
// Says: When 'soup' fulfils with 'a value' and 'bread' fulfils with undefined: It fulfilled with { soup: 'a value' } at 23 ms; expected { soup: 'a value', bread: undefined }.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  const values = await Promise.all(keys.map((key) => promises[key]));
  return JSON.parse(
    JSON.stringify(Object.fromEntries(keys.map((key, i) => [key, values[i]]))),
  ) as T;
}
