// n places in a ring: each call takes the next one, and waits until the start in it is old enough.
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const places: number[] = [];
  let next = 0;
  let ahead = Promise.resolve();
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve, reject) => {
      const place = next;
      next = (next + 1) % n || 0;
      ahead = ahead.then(async () => {
        const free = n === Infinity ? 0 : (places[place] ?? -Infinity) + ms;
        while (performance.now() < free)
          await new Promise((wake) => setTimeout(wake, free - performance.now()));
        places[place] = performance.now();
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
    });
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
