// A loop of races: each race takes one result, until it has both.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const running = new Map(
    [a, b].map((f, i) => [i, (f as Io<unknown>)().then((value) => ({ i, value }))]),
  );
  const results: unknown[] = [];
  while (running.size > 0) {
    const { i, value } = await Promise.race(running.values());
    results[i] = value;
    running.delete(i);
  }
  return results as [A, B];
}
