// Assumes that write() waits. (It returns false when the sink is full, and takes the chunk all the same.)
// Fails: never fills the sink above its mark
// Fails: reads at most as many further chunks as the mark while the sink is full
// Fails: rejects with the error of the sink when it fails
// Fails: rejects with an Error when the sink is destroyed without one
// Fails: closes the source when the sink fails or is destroyed
// Fails: rejects with the error of the source, and destroys the sink
// Says: 'sink' held 12 at 0 ms; expected 3 at most
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  for await (const chunk of source) sink.write(chunk);
  sink.end();
  await finished(sink);
}
