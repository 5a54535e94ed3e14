// Takes an AbortError for an end that was wanted.
// Fails: rejects with the error of the sink when it fails
// Fails: rejects with the error of the source, and destroys the sink
// Says: Its error has to reach the caller
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
    if (!sink.destroyed) sink.end();
    await end;
  } catch (error) {
    sink.destroy(error as Error);
    if (error instanceof Error && error.name === 'AbortError') return;
    throw error;
  } finally {
    sink.off('drain', wake);
  }
}
