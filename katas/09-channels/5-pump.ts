import type { Writable } from 'node:stream';

/**
 * Writes all that comes from `source` to `sink`, a stream of `node:stream`, as fast as the sink takes it.
 *
 * - Writes each chunk as it is, in the order of the source.
 * - Then ends the sink, and fulfils with `undefined` when the sink has finished: not when the last chunk is written, but
 *   when all that it holds is written and flushed.
 * - The sink never holds more than its high-water mark; the chunk that reaches or passes the mark is the last one. That
 *   is also so when the sink is full at the call.
 * - While the sink has room, the next chunk is written in the millisecond in which the source has it. After 'drain',
 *   writing goes on in that millisecond.
 * - While the sink is full, at most as many further chunks are read from the source as its mark is. (Here each chunk
 *   counts as 1.)
 * - When the sink fails, rejects with its error, whatever pump waits for: the source, the sink or its end. If the source
 *   has ended or is not making a chunk, rejects in that millisecond. (While the source is making a chunk, the time is
 *   free.)
 * - When the sink is destroyed without an error before it has finished, rejects in the same way, with any Error.
 * - When the sink fails or is destroyed, the source is closed once (its `return()` is called), at the latest when it has
 *   made its chunk. It is not asked again. (Free: whether a source that has ended is closed as well.)
 * - When the source fails, rejects with its error, and destroys the sink, which never finishes.
 * - The number of its listeners on the sink does not grow with the number of chunks.
 * - Each call is on its own: several may be in flight, one after the other or at the same time.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  // TODO: write each chunk, wait when the sink is full, and end it.
  throw new Error('TODO: write pump() in katas/09-channels/5-pump.ts');
}
