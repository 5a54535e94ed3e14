// Notes the right order, and gives nothing before the last one has arrived.
// Fails: gives each value when it arrives
// Fails: gives each value once, in whatever order they arrive
// Fails: throws a failure when its turn comes
// Fails: gives what is there already in the order of the promises
// Fails: keeps what arrives while the reader is busy
// Fails: keeps a failure too, behind the values that came before it
// Fails: leaves no failure unhandled when the reader breaks off
// Fails: reads the promises once, from whatever iterable
// Says: B was there at 12 ms, when b was done, and was handed on only at 35 ms
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: PromiseLike<T>[] = [];
  const note = (promise: PromiseLike<T>) => () => arrived.push(promise);
  await Promise.all([...promises].map((promise) => promise.then(note(promise), note(promise))));
  yield* arrived;
}
