// Stores each promise in a Map by its function, so a function in both places is called only once.
// Fails: starts both immediately, each of them once
// Says: Each of the two calls starts work of its own.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const started = new Map<Io<unknown>, Promise<unknown>>();
  for (const f of [a, b]) if (!started.has(f)) started.set(f, f());
  return Promise.all([started.get(a), started.get(b)]) as Promise<[A, B]>;
}
