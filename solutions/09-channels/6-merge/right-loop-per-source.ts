// A loop for each source, which waits until its value has been taken: the line of values is all that they share.
type Entry<T> = { value: T; taken: () => void } | { error: unknown };

export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const line: Entry<T>[] = [];
  let wake = () => {};
  const open = new Set<AsyncIterator<T>>();
  const put = (entry?: Entry<T>) => {
    if (entry) line.push(entry);
    wake();
  };
  const read = async (iterator: AsyncIterator<T>) => {
    try {
      for (;;) {
        const { done, value } = await iterator.next();
        if (done) break;
        await new Promise<void>((taken) => put({ value, taken }));
      }
      open.delete(iterator);
      put();
    } catch (error) {
      put({ error });
    }
  };
  let failure: { error: unknown } | undefined;
  try {
    for (const source of sources) open.add(source[Symbol.asyncIterator]());
    for (const iterator of open) read(iterator);
    while (open.size > 0) {
      const entry = line.shift();
      if (!entry)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      else if ('error' in entry) {
        failure = entry;
        throw entry.error;
      } else {
        entry.taken();
        yield entry.value;
      }
    }
  } finally {
    const ends = await Promise.allSettled([...open].map(async (iterator) => iterator.return?.()));
    const stuck = ends.find((end) => end.status === 'rejected');
    // Such a throw would take the place of one that is on its way.
    if (stuck && !failure) await Promise.reject(stuck.reason);
  }
}
