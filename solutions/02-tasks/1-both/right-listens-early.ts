// Awaits in turn, after somebody has begun to listen to the second.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const first = a();
  const second = b();
  // Somebody listens from now on; the await below still gets the failure.
  second.catch(() => {});
  return [await first, await second];
}
