// Takes a premature close for an end that was wanted. (Then nothing says that chunks are lost.)
// Fails: rejects with an Error when the sink is destroyed without one
// Says: only 'close'
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  await pipeline(source, sink).catch((error) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
