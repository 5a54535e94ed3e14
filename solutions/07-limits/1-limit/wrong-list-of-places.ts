// Makes a list with a place for each of the n. (There is no list of Infinity.)
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: has exactly n in flight while there is enough to do
// Fails: sets no timer
// Says: It threw synchronously at 0 ms: RangeError: Invalid array length
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const places = Array.from({ length: n }, (_, i) => i);
  const waiting: ((place: number) => void)[] = [];
  return async (f) => {
    const place = places.shift() ?? (await new Promise<number>((resolve) => waiting.push(resolve)));
    try {
      return await f();
    } finally {
      const next = waiting.shift();
      if (next) next(place);
      else places.push(place);
    }
  };
}
