// Gives each item a lane, one after the other, and each lane does one call at a time. (A lane may be free while another one has items that wait.)
// Fails: calls f once for each item, n at a time, and the next one as soon as there is room
// Fails: asks for an item only when there is room for its call
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure of f closes the iterator, if that can be closed
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Says: As soon as one of n calls has ended, whichever it is, there is room for the next
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const lanes: Promise<unknown>[] = [];
  return new Promise((resolve, reject) => {
    const results: R[] = [];
    const running = new Set<Promise<void>>();
    let hasFailed = false;
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
    };
    const start = async (item: T, place: number) => {
      const lane = lanes[place % n];
      const call = Promise.resolve(lane).then(() => f(item));
      lanes[place % n] = call.catch(() => {});
      results[place] = await call;
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        if (hasFailed) return;
        const call: Promise<void> = start(item, count++)
          .catch(fail)
          .then(() => void running.delete(call));
        running.add(call);
        if (lanes.length >= n) await lanes[count % n];
        if (hasFailed) return;
      }
      await Promise.all(running);
      resolve(results);
    };
    read().catch(fail);
  });
}
