// A generator as a stage of its own, which hands on each chunk.
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  async function* read() {
    for await (const chunk of source) yield chunk;
  }
  await pipeline(read, sink);
}
