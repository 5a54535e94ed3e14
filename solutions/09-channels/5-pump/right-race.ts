// Races drain against the end of the sink.
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  end.catch(() => {});
  const room = async () => {
    if (sink.writableNeedDrain) await Promise.race([once(sink, 'drain'), end]);
  };
  try {
    await room();
    for await (const chunk of source) {
      sink.write(chunk);
      await room();
      if (sink.destroyed) break;
    }
    if (!sink.destroyed) sink.end();
    await end;
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  }
}
