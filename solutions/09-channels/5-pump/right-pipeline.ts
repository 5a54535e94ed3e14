// pipeline() of Node, which takes the source as it is.
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  await pipeline(source, sink);
}
