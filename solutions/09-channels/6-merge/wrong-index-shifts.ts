// Takes a source that has ended out of one list, and finds the others by their old places.
// Fails: yields each value of each source when it arrives
// Fails: keeps what arrives while the reader is busy, in the order of arrival
// Fails: asks a source for its next value only when its last one has been yielded
// Fails: ends when all sources have ended
// Fails: merges the sources of each call by itself
// Fails: sets no timer
// Says: no work is running, so nothing can settle it any more
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const iterators: AsyncIterator<T>[] = [];
  const arrivals: { i: number; value?: T; error?: unknown; kind: 'value' | 'end' | 'failure' }[] =
    [];
  let wake = () => {};
  const ask = async (i: number) => {
    try {
      const { done, value } = (await iterators[i]?.next()) ?? { done: true, value: undefined };
      arrivals.push(done ? { i, kind: 'end' } : { i, kind: 'value', value });
    } catch (error) {
      arrivals.push({ i, kind: 'failure', error });
    }
    wake();
  };
  let hasFailed = false;
  try {
    for (const source of sources) iterators.push(source[Symbol.asyncIterator]());
    for (const i of iterators.keys()) void ask(i);
    while (iterators.length > 0) {
      const arrival = arrivals.shift();
      if (!arrival) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const { i, kind, value, error } = arrival;
      if (kind !== 'value') iterators.splice(i, 1);
      if (kind === 'failure') throw error;
      if (kind === 'value') {
        yield value as T;
        void ask(i);
      }
    }
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    const closing = iterators.map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closing);
    if (!hasFailed) await Promise.all(closing);
  }
}
