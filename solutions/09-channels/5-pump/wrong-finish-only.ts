// Assumes that a sink which is ended finishes. (It may fail, or be destroyed.)
// Fails: rejects with the error of the sink when it fails
// Fails: rejects with an Error when the sink is destroyed without one
// Fails: closes the source when the sink fails or is destroyed
// Says: emits no 'drain' and no 'finish' after that
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
      sink.write(chunk);
      await room();
      if (sink.destroyed) break;
    }
    if (sink.destroyed) await end;
    sink.end();
    await new Promise<void>((resolve) => sink.once('finish', resolve));
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  } finally {
    sink.off('drain', wake);
  }
}
