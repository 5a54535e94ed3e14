// Looks every millisecond whether there is room.
// Fails: sets no timer
// Says: timer
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  const goOn = () => {};
  const wake = () => goOn();
  sink.on('drain', wake);
  end.catch(wake);
  try {
    while (sink.writableNeedDrain) await sleep(1);
    for await (const chunk of source) {
      if (sink.destroyed) break;
      sink.write(chunk);
      while (sink.writableNeedDrain) await sleep(1);
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
