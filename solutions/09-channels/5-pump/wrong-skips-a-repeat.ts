// Takes a chunk that is equal to the one before for the same one.
// Fails: writes each chunk as it is, in the order of the source
// Fails: ends the sink, and fulfils when it has finished
// Fails: writes as soon as the sink has room and the source has a chunk
// Fails: reads at most as many further chunks as the mark while the sink is full
// Fails: rejects with the error of the sink when it fails
// Fails: closes the source when the sink fails or is destroyed
// Fails: pumps by itself, in each call
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
    let last: unknown = {};
    for await (const chunk of source) {
      if (chunk === last) continue;
      last = chunk;
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
