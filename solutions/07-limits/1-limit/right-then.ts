// Each call is a chain of then(): a place, the work, the place back in finally().
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (!(n >= 1) || (n % 1 !== 0 && n !== Infinity)) throw new RangeError(`${n} makes no sense`);
  let taken = 0;
  const line = new Set<() => void>();
  const place = () => {
    if (taken < n) {
      taken++;
      return Promise.resolve();
    }
    return new Promise<void>((resolve) => {
      line.add(resolve);
    });
  };
  const back = () => {
    const [first] = line;
    if (!first) {
      taken--;
      return;
    }
    line.delete(first);
    first();
  };
  return (f) =>
    place().then(() =>
      Promise.resolve()
        .then(() => f())
        .finally(back),
    );
}
