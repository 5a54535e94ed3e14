// Waits for close, which an old sink has emitted before the call.
// Fails: rejects with an Error when the sink is destroyed without one
// Says: no 'error' after that, only 'close'
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
  });
  const room = () =>
    isOver || !sink.writableNeedDrain
      ? undefined
      : new Promise<void>((resolve) => {
          drained = resolve;
        });
  end.catch(() => {});
  try {
    await room();
    while (!isOver) {
      const { done, value } = await chunks.next();
      if (done) break;
      if (isOver) {
        await chunks.return?.();
        break;
      }
      sink.write(value);
      await room();
      if (isOver) await chunks.return?.();
    }
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  }
  sink.end();
  return end;
}
