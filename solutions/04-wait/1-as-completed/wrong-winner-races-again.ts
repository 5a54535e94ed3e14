// Races them again and again, and leaves the winner in the race.
// Fails: gives each value when it arrives
// Fails: gives each value once, in whatever order they arrive
// Fails: throws a failure when its turn comes
// Fails: gives what is there already in the order of the promises
// Fails: keeps what arrives while the reader is busy
// Fails: keeps a failure too, behind the values that came before it
// Fails: reads the promises once, from whatever iterable
// Says: A promise that has settled stays settled, and wins every race it takes part in.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const racing = [...promises];
  for (const _ of racing) yield await Promise.race(racing);
}
