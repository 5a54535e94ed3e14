// Assumes that a winner has a value. (A download may fulfil with `undefined`.)
// Fails: fulfils with the value of the first download that fulfils
// Says: 'b' fulfils with undefined
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const failures: unknown[] = [];
  let winner: T | undefined;
  await Promise.all(
    mirrors.map(async (mirror, i) => {
      try {
        const value = await mirror(controller.signal);
        winner ??= value;
        controller.abort();
      } catch (failure) {
        failures[i] = failure;
      }
    }),
  );
  if (winner === undefined) throw new AggregateError(failures);
  return winner;
}
