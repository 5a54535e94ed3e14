// Trusts `Repeater.merge` with everything. (It takes a rejection with undefined for the end, and does not wait for the others when one source cannot be closed.)
// Fails: closes the others when a source fails, and then rejects with its reason
// Fails: yields what arrived before a failure, and then rejects
// Fails: rejects with the reason when a source cannot be closed, after the others are closed
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Says: Does your code test the reason itself
import { Repeater } from '@repeaterjs/repeater';

export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  yield* Repeater.merge(sources) as AsyncIterable<T>;
}
