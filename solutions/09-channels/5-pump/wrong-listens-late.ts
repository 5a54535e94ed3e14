// Waits until the chunk is written, and listens for drain after that. (It has come by then.)
// Fails: writes each chunk as it is, in the order of the source
// Fails: never fills the sink above its mark
// Fails: writes as soon as the sink has room and the source has a chunk
// Fails: reads at most as many further chunks as the mark while the sink is full
// Fails: closes the source when the sink fails or is destroyed
// Fails: rejects with the error of the source, and destroys the sink
// Fails: has no more listeners on the sink for more chunks
// Says: An event that is over does not come again
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

const write = (sink: Writable, chunk: unknown) =>
  new Promise<boolean>((resolve, reject) => {
    const hasRoom = sink.write(chunk, (error) => (error ? reject(error) : resolve(hasRoom)));
  });

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  end.catch(() => {});
  try {
    if (sink.writableNeedDrain) await Promise.race([once(sink, 'drain'), end]);
    for await (const chunk of source) {
      if (sink.destroyed) break;
      const hasRoom = await Promise.race([write(sink, chunk), end]);
      if (hasRoom === false) await Promise.race([once(sink, 'drain'), end]);
    }
    if (!sink.destroyed) sink.end();
    await end;
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  }
}
