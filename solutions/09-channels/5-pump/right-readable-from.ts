// Makes a stream of the source first.
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  await pipeline(Readable.from(source), sink);
}
