// Reads each source in a `for await` loop of its own. When the reader has left, each loop notices it with its next value.
// Fails: closes all sources at the same time when the reader leaves, and waits for that
// Fails: closes the others when a source fails, and then rejects with its reason
// Fails: yields what arrived before a failure, and then rejects
// Fails: rejects with the reason when a source cannot be closed, after the others are closed
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Says: also of one whose next value is awaited
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const line: { value: T; taken: () => void }[] = [];
  let failure: { error: unknown } | undefined;
  let hasFailed = false;
  let isOver = false;
  let running = sources.length;
  let wake = () => {};
  const read = async (source: AsyncIterable<T>) => {
    try {
      for await (const value of source) {
        if (isOver) return;
        await new Promise<void>((taken) => {
          line.push({ value, taken });
          wake();
        });
        if (isOver) return;
      }
    } catch (error) {
      if (isOver) throw error;
      failure ??= { error };
    } finally {
      running--;
      wake();
    }
  };
  let loops: Promise<void>[] = [];
  try {
    loops = sources.map(read);
    while (running > 0 || line.length > 0) {
      const first = line.shift();
      if (first) {
        first.taken();
        yield first.value;
      } else if (failure) {
        hasFailed = true;
        throw failure.error;
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    if (failure) {
      hasFailed = true;
      throw failure.error;
    }
  } finally {
    isOver = true;
    for (const { taken } of line) taken();
    await Promise.allSettled(loops);
    if (!hasFailed) await Promise.all(loops);
  }
}
