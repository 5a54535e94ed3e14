// Races new calls of `next()` each time: what a loser was asked for arrives, and no code reads it.
// Fails: yields each value of each source when it arrives
// Fails: keeps what arrives while the reader is busy, in the order of arrival
// Fails: asks a source for its next value only when its last one has been yielded
// Fails: ends when all sources have ended
// Fails: closes all sources at the same time when the reader leaves, and waits for that
// Fails: closes the others when a source fails, and then rejects with its reason
// Fails: yields what arrived before a failure, and then rejects
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Fails: merges the sources of each call by itself
// Says: not when another one came first
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  let open = sources.map((source) => source[Symbol.asyncIterator]());
  let hasFailed = false;
  try {
    while (open.length > 0) {
      const asked = open.map(async (iterator) => {
        try {
          return { iterator, result: await iterator.next() };
        } catch (error) {
          open = open.filter((one) => one !== iterator);
          throw error;
        }
      });
      const { iterator, result } = await Promise.race(asked);
      if (result.done) open = open.filter((one) => one !== iterator);
      else yield result.value;
    }
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    const closing = open.map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closing);
    if (!hasFailed) await Promise.all(closing);
  }
}
