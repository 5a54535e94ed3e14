// Gives the other work 5 ms to end, too, before it rejects.
// Fails: rejects with the error of the one that fails
// Says: does your code poll?
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  try {
    return await Promise.all([a(), b()]);
  } catch (error) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw error;
  }
}
