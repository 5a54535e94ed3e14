// One promise, four events, and the iterator by hand.
import type { Writable } from 'node:stream';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const chunks = source[Symbol.asyncIterator]();
  let isOver = false;
  let drained = () => {};
  const end = new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      isOver = true;
      reject(error);
      drained();
    };
    sink.on('error', fail);
    sink.on('close', () => fail(new Error('the sink was closed before its end')));
    sink.on('finish', resolve);
    sink.on('drain', () => drained());
    if (sink.destroyed) fail(new Error('the sink is closed'));
  });
  const room = () =>
    sink.writableNeedDrain &&
    new Promise<void>((resolve) => {
      drained = resolve;
    });
  end.catch(() => {});
  try {
    await room();
    while (!isOver) {
      const { done, value } = await chunks.next();
      if (done) break;
      sink.write(value);
      await room();
      if (isOver) await chunks.return?.();
    }
    sink.end();
  } catch (error) {
    sink.destroy(error as Error);
  }
  return end;
}
