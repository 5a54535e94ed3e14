// Loops over the promises: for await waits for them in the order of the list.
// Fails: gives each value when it arrives
// Fails: gives each value once, in whatever order they arrive
// Fails: throws a failure when its turn comes
// Fails: gives what is there already in the order of the promises
// Fails: keeps a failure too, behind the values that came before it
// Fails: leaves no failure unhandled when the reader breaks off
// Fails: reads the promises once, from whatever iterable
// Says: Who awaits one promise hears nothing of the others.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  for await (const value of promises) yield value;
}
