// Assumes that waitRace handles every promise. (What rejects after the reader has left has no handler.)
// Says: A promise that rejects later needs a handler too
import { pipe, toAsync, waitRace } from 'iter-ops';

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>) {
  const list = [...promises];
  yield* pipe(toAsync(list), waitRace(Math.max(1, list.length)));
}
