// Lets a call wait until the one before has ended.
// Fails: pumps by itself, in each call
// Fails: sets no timer
// Says: while another call of the same function was in flight
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

let last = Promise.resolve();

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const mine = last.then(() => pipeline(source, sink));
  last = mine.catch(() => {});
  await mine;
}
