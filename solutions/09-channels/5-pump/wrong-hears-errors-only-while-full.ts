// Assumes that an error comes only when the sink is full. (It also comes while the source makes a chunk.)
// Fails: rejects with the error of the sink when it fails
// Fails: closes the source when the sink fails or is destroyed
// Fails: rejects with the error of the source, and destroys the sink
// Fails: sets no timer
// Says: 'write' failed with the expected reason
import type { Writable } from 'node:stream';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const step = (event: 'drain' | 'finish', act = () => {}) =>
    new Promise<void>((resolve, reject) => {
      const off = () => {
        sink.off(event, done).off('error', fail).off('close', close);
      };
      const done = () => {
        off();
        resolve();
      };
      const fail = (error: Error) => {
        off();
        reject(error);
      };
      const close = () => fail(new Error('closed too early'));
      sink.on(event, done).on('error', fail).on('close', close);
      if (sink.destroyed) close();
      act();
    });
  try {
    if (sink.writableNeedDrain) await step('drain');
    for await (const chunk of source) {
      if (!sink.write(chunk)) await step('drain');
    }
    await step('finish', () => sink.end());
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  }
}
