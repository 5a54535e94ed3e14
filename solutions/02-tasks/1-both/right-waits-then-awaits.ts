// Waits until both have settled, and only then awaits each of them.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const x = a();
  const y = b();
  await Promise.allSettled([x, y]);
  return [await x, await y];
}
