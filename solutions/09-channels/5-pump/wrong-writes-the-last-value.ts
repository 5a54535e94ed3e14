// Takes the value of the last result for a chunk.
// Fails: writes each chunk as it is, in the order of the source
// Fails: writes as soon as the sink has room and the source has a chunk
// Says: The sink gets each chunk of the source, as it is and in the same order.
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  let goOn = () => {};
  const wake = () => goOn();
  sink.on('drain', wake);
  end.catch(wake);
  const room = async () => {
    if (!sink.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  };
  try {
    await room();
    const iterator = source[Symbol.asyncIterator]();
    for (;;) {
      const { done, value } = await iterator.next();
      if (value !== undefined) sink.write(value);
      if (done) break;
      await room();
      if (!sink.destroyed) continue;
      await iterator.return?.();
      break;
    }
    if (!sink.destroyed) sink.end();
    await end;
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  } finally {
    sink.off('drain', wake);
  }
}
