// Makes Observables of the sources. They push: each source is read as fast as it can make values.
// Fails: asks a source for its next value only when its last one has been yielded
// Fails: closes all sources at the same time when the reader leaves, and waits for that
// Fails: closes the others when a source fails, and then rejects with its reason
// Fails: rejects with the reason when a source cannot be closed, after the others are closed
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Says: the values pile up in between
import { from, merge as mergeAll } from 'rxjs';
import { eachValueFrom } from 'rxjs-for-await';

export function merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  return eachValueFrom(mergeAll(...sources.map((source) => from(source)))) as AsyncGenerator<T>;
}
