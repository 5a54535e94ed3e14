// Goes on when half of the chunks are written, and does not wait for drain.
// Fails: never fills the sink above its mark
// Fails: reads at most as many further chunks as the mark while the sink is full
// Says: 'sink' never held more than 2
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  let goOn = () => {};
  const wake = () => goOn();
  sink.on('drain', wake);
  end.catch(wake);
  const room = async () => {
    while (sink.writableLength > sink.writableHighWaterMark / 2 && !sink.destroyed)
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
  };
  try {
    await room();
    for await (const chunk of source) {
      if (sink.destroyed) break;
      sink.write(chunk, wake);
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
