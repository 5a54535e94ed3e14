// Limits the calls that are running: one that has ended makes room, also when its result has not been read.
// Fails: yields the results in the order of the items, whatever values they are
// Fails: calls f once for each item, as soon as it comes, also while the reader is busy
// Fails: asks for the next item while fewer than n are ahead, and not before
// Fails: asks for one item at a time, and for none before the first next()
// Fails: when f fails, yields the results before that first, then rejects with its reason
// Fails: after a failure asks for no item and does not call f, also when an item is on its way
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Says: was asked for at 13 ms, when 'b' ended, while 'a' was running; expected at 31 ms
import pLimit from 'p-limit';

export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const limit = pLimit(n);
  const calls: Promise<R>[] = [];
  let [isOver, hasEnded] = [false, false];
  let ring = () => {};
  let news = new Promise<void>((resolve) => {
    ring = resolve;
  });
  const tell = () => {
    ring();
    news = new Promise((resolve) => {
      ring = resolve;
    });
  };
  const add = (call: Promise<R>) => {
    call.then(tell, () => {
      isOver = true;
      tell();
    });
    calls.push(call);
    tell();
  };
  const readSource = async () => {
    try {
      for await (const item of source) {
        if (isOver) return;
        add(limit(f, item));
        while (limit.activeCount + limit.pendingCount >= n && !isOver) await news;
        if (isOver) return;
      }
    } catch (error) {
      add(Promise.reject(error));
    } finally {
      hasEnded = true;
      tell();
    }
  };
  const reading = readSource();
  try {
    while (true) {
      while (calls.length === 0 && !hasEnded) await news;
      if (calls.length === 0) return;
      const value = await calls[0];
      calls.shift();
      yield value as R;
    }
  } finally {
    isOver = true;
    tell();
    await reading;
    await Promise.allSettled(calls);
  }
}
