// Fulfils with the number of chunks.
// Fails: ends the sink, and fulfils when it has finished
// Fails: has no more listeners on the sink for more chunks
// Says: pump fulfilled with a value
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  let goOn = () => {};
  const wake = () => goOn();
  sink.on('drain', wake);
  end.catch(wake);
  let count = 0;
  const room = async () => {
    if (!sink.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  };
  try {
    await room();
    for await (const chunk of source) {
      if (sink.destroyed) break;
      sink.write(chunk);
      count++;
      await room();
      if (sink.destroyed) break;
    }
    if (!sink.destroyed) sink.end();
    await end;
    return count as never;
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  } finally {
    sink.off('drain', wake);
  }
}
