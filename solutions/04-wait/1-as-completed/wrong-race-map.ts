// Assumes that a race tells which promise settled first. (Of those already settled, the first of the list wins.)
// Fails: keeps values that arrive while the reader is busy, in the order of arrival
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Says: Yield the value first that arrived first: it has waited longest.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const racing = new Map(
    [...promises].map((promise, i) => [
      i,
      Promise.resolve(promise).then(
        (value) => ({ i, value }),
        (failure) => ({ i, failure }),
      ),
    ]),
  );
  while (racing.size > 0) {
    const winner = await Promise.race(racing.values());
    racing.delete(winner.i);
    if ('failure' in winner) throw winner.failure;
    yield winner.value;
  }
}
