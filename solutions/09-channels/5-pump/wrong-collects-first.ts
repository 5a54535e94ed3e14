// Reads the source to its end, and then writes.
// Fails: writes as soon as the sink has room and the source has a chunk
// Fails: reads at most as many further chunks as the mark while the sink is full
// Fails: closes the source when the sink fails or is destroyed
// Fails: rejects with the error of the source, and destroys the sink
// Says: 'write' was started
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  let goOn = () => {};
  const wake = () => goOn();
  sink.on('drain', wake);
  end.catch(wake);
  const chunks: T[] = [];
  for await (const chunk of source) chunks.push(chunk);
  const room = async () => {
    if (!sink.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  };
  try {
    await room();
    for await (const chunk of chunks) {
      if (sink.destroyed) break;
      sink.write(chunk);
      await room();
      if (sink.destroyed) break;
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
