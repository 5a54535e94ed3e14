// Listens while it waits for room, and removes all listeners after that.
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  let failure: { error: unknown } | undefined;
  const end = finished(sink).catch((error) => {
    failure = { error };
  });
  const room = async () => {
    if (!sink.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const goOn = () => {
        sink.off('drain', goOn);
        sink.off('close', goOn);
        resolve();
      };
      sink.on('drain', goOn);
      sink.on('close', goOn);
    });
  };
  try {
    await room();
    for await (const chunk of source) {
      sink.write(chunk);
      await room();
      if (sink.destroyed) break;
    }
    if (!sink.destroyed) sink.end();
  } catch (error) {
    sink.destroy(error as Error);
  }
  await end;
  if (failure) throw failure.error;
}
