// Awaits one after the other, but attaches a handler to the second promise first.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const first = a();
  const second = b();
  // It has a handler from now on; the await below still throws the error.
  second.catch(() => {});
  return [await first, await second];
}
