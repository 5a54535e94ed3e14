// Races only what is left, and only when the reader asks. (A race among settled promises takes the first of the list.)
// Fails: keeps values that arrive while the reader is busy, in the order of arrival
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Says: Yield the value first that arrived first: it has waited longest.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const racing = [...promises];
  for (const promise of racing) promise.then(undefined, () => {});
  while (racing.length > 0) {
    const winner = await Promise.race(
      racing.map((promise, i) =>
        promise.then(
          () => i,
          () => i,
        ),
      ),
    );
    const [promise] = racing.splice(winner, 1);
    yield promise as PromiseLike<T>;
  }
}
