// Waits until each chunk is written.
// Fails: never fills the sink above its mark
// Fails: writes as soon as the sink has room and the source has a chunk
// Fails: reads at most as many further chunks as the mark while the sink is full
// Fails: closes the source when the sink fails or is destroyed
// Fails: rejects with the error of the source, and destroys the sink
// Says: 'sink' never held more than 1
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
      await Promise.race([new Promise((written) => sink.write(chunk, written)), end]);
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
