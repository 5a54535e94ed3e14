// Waits for all of them, and gives the values then.
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
  for (const value of await Promise.all(promises)) yield value;
}
