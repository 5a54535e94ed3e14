// Reads one source to its end, and then the next one.
// Fails: yields each value of each source when it arrives
// Fails: keeps what arrives while the reader is busy, in the order of arrival
// Fails: asks a source for its next value only when its last one has been yielded
// Fails: ends when all sources have ended
// Fails: closes all sources at the same time when the reader leaves, and waits for that
// Fails: closes the others when a source fails, and then rejects with its reason
// Fails: yields what arrived before a failure, and then rejects
// Fails: rejects with the reason when a source cannot be closed, after the others are closed
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Fails: merges the sources of each call by itself
// Says: All sources make their values concurrently
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  for (const source of sources) yield* source;
}
