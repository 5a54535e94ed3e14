// Races the pending results. If several are there, a race takes the first of its list, and not the one that came first.
// Fails: keeps what arrives while the reader is busy, in the order of arrival
// Fails: yields what arrived before a failure, and then rejects
// Says: whatever the place of its source in the list
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const asked = new Map<AsyncIterator<T>, Promise<[AsyncIterator<T>, IteratorResult<T>]>>();
  const ask = (iterator: AsyncIterator<T>) => {
    const next = async () => {
      try {
        return [iterator, await iterator.next()] as [AsyncIterator<T>, IteratorResult<T>];
      } catch (error) {
        over.add(iterator);
        throw error;
      }
    };
    asked.set(iterator, next());
  };
  const over = new Set<AsyncIterator<T>>();
  let hasFailed = false;
  try {
    for (const source of sources) ask(source[Symbol.asyncIterator]());
    while (asked.size > 0) {
      const [iterator, { done, value }] = await Promise.race(asked.values());
      if (done) asked.delete(iterator);
      else {
        yield value;
        ask(iterator);
      }
    }
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    const open = [...asked.keys()].filter((iterator) => !over.has(iterator));
    const closing = open.map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closing);
    if (!hasFailed) await Promise.all(closing);
  }
}
