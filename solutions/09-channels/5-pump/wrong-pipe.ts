// Assumes that pipe() passes errors on. (It passes on the chunks and the end.)
// Fails: closes the source when the sink fails or is destroyed
// Fails: rejects with the error of the source, and destroys the sink
// Fails: sets no timer
// Says: 'source' was never closed
import { Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  Readable.from(source).pipe(sink);
  await finished(sink);
}
