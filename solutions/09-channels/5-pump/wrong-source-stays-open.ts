// Calls next() by itself, and never return().
// Fails: closes the source when the sink fails or is destroyed
// Says: 'source' was never closed
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  let goOn = () => {};
  sink.on('drain', () => goOn());
  end.catch(() => goOn());
  const room = async () => {
    if (!sink.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  };
  const chunks = source[Symbol.asyncIterator]();
  try {
    await room();
    for (;;) {
      const { done, value } = await chunks.next();
      if (done || sink.destroyed) break;
      sink.write(value);
      await room();
      if (sink.destroyed) break;
    }
    if (!sink.destroyed) sink.end();
    await end;
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  }
}
