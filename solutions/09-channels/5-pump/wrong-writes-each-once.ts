// Takes a chunk that comes again for a mistake.
// Fails: writes each chunk as it is, in the order of the source
// Fails: ends the sink, and fulfils when it has finished
// Fails: never fills the sink above its mark
// Fails: writes as soon as the sink has room and the source has a chunk
// Fails: reads at most as many further chunks as the mark while the sink is full
// Fails: rejects with the error of the sink when it fails
// Fails: pumps by itself, in each call
// Fails: closes the source when the sink fails or is destroyed
// Says: as it is and in the same order
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  let goOn = () => {};
  const wake = () => goOn();
  sink.on('drain', wake);
  end.catch(wake);
  const written = new Set<T>();
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
      if (!written.has(chunk)) sink.write(chunk);
      written.add(chunk);
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
