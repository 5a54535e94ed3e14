// Assumes that the sink is empty at the call.
// Fails: never fills the sink above its mark
// Says: 'sink' held 4 at 0 ms; expected 3 at most
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
    for await (const chunk of source) {
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
