// Checks every millisecond whether both have fulfilled. (A promise calls its handlers when it settles.)
// Fails: takes as long as the slower of the two, without a timer
// Fails: rejects with the error of the one that fails
// Says: Does your code poll?
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const ended: { failed?: { error: unknown }; results: unknown[] } = { results: [] };
  let fulfilled = 0;
  for (const [i, f] of [a, b].entries()) {
    (f as Io<unknown>)().then(
      (value) => {
        ended.results[i] = value;
        fulfilled++;
      },
      (error) => {
        ended.failed ??= { error };
      },
    );
  }
  while (fulfilled < 2 && !ended.failed) await new Promise((resolve) => setTimeout(resolve, 1));
  if (ended.failed) throw ended.failed.error;
  return ended.results as [A, B];
}
