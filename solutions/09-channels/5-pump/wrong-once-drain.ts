// Assumes that once() rejects when the sink is gone. (It does on error, and not on close.)
// Fails: rejects with the error of the sink when it fails
// Fails: rejects with an Error when the sink is destroyed without one
// Fails: closes the source when the sink fails or is destroyed
// Fails: rejects with the error of the source, and destroys the sink
// Fails: sets no timer
// Says: an emitter emitted 'error' (the disk is full) without a listener for 'error'
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  try {
    if (sink.writableNeedDrain) await once(sink, 'drain');
    for await (const chunk of source) {
      if (!sink.write(chunk)) await once(sink, 'drain');
    }
    sink.end();
    await finished(sink);
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  }
}
