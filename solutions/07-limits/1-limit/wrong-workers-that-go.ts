// Starts n workers at the first call, and they end when the list is empty. (A later call finds none.)
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: 'g' was started at 31 ms, just when 'a' had ended; expected at 29 ms.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const list: (() => Promise<void>)[] = [];
  let hasBegun = false;
  const worker = async () => {
    await undefined;
    for (let job = list.shift(); job; job = list.shift()) await job();
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      list.push(() => (async () => f())().then(resolve, reject));
      if (hasBegun) return;
      hasBegun = true;
      for (let i = 0; i < n && i < 1000; i++) void worker();
    });
}
