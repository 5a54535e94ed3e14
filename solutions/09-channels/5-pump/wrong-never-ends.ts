// Waits until the last chunk is written, and leaves the sink open.
// Fails: ends the sink, and fulfils when it has finished
// Fails: writes as soon as the sink has room and the source has a chunk
// Fails: rejects with the error of the sink when it fails
// Fails: rejects with an Error when the sink is destroyed without one
// Fails: has no more listeners on the sink for more chunks
// Fails: pumps by itself, in each call
// Says: end() tells it that no more will come
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  let goOn = () => {};
  const wake = () => goOn();
  sink.on('drain', wake);
  end.catch(wake);
  let last: Promise<unknown> | undefined;
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
      last = new Promise((written) => sink.write(chunk, written));
      await room();
      if (sink.destroyed) break;
    }
    if (sink.destroyed) await end;
    await last;
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  } finally {
    sink.off('drain', wake);
  }
}
