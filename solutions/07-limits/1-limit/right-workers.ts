// Workers that are made when there is work, and go when the list is empty.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && (!Number.isInteger(n) || n < 1)) throw new RangeError('no such limit');
  const list: (() => Promise<unknown>)[] = [];
  let workers = 0;
  /** What is in the list, also what comes meanwhile. */
  function* rest() {
    for (let next = list.shift(); next; next = list.shift()) yield next;
  }
  const worker = async () => {
    for (const job of rest()) await job();
    workers--;
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      list.push(async () => Promise.resolve().then(f).then(resolve, reject));
      if (workers >= n) return;
      workers++;
      void worker();
    });
}
