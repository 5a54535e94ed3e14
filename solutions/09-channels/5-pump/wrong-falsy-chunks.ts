// Takes a falsy chunk for none.
// Fails: writes each chunk as it is, in the order of the source
// Says: as it is and in the same order
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
    for await (const chunk of source) {
      if (sink.destroyed) break;
      if (chunk) sink.write(chunk);
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
