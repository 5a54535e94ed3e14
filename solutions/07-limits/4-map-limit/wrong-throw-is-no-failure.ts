// Calls f outside of a promise: when it throws, the error leaves by another way than a rejection.
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: after a failure of f closes the iterator, if that can be closed
// Says: At 0 ms a callback threw, and no code could catch that
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results: R[] = [];
  let running = 0;
  let isRead = false;
  let isOver = false;
  return new Promise((resolve, reject) => {
    let wake = () => {};
    const fail = (reason: unknown) => {
      isOver = true;
      reject(reason);
      wake();
    };
    const end = () => {
      running--;
      wake();
      if (isRead && running === 0) resolve(results);
    };
    const call = (item: T, place: number) => {
      running++;
      queueMicrotask(() => {
        f(item).then((result) => {
          results[place] = result;
          end();
        }, fail);
      });
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        if (isOver) return;
        call(item, count++);
        while (running >= n && !isOver) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        if (isOver) return;
      }
      isRead = true;
      if (running === 0) resolve(results);
    };
    read().catch(fail);
  });
}
