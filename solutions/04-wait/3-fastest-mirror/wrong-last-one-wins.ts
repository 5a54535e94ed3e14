// Lets each value overwrite the one before.
// Fails: keeps the first value when another download fulfils or rejects later
// Fails: has one winner, in whatever order the downloads fulfil
// Says: 'b' ended first, at 21 ms. 'c' ended only at 41 ms.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  let winner: { value: T } | undefined;
  const failures: unknown[] = [];
  await Promise.all(
    mirrors.map(async (mirror, i) => {
      try {
        winner = { value: await mirror(controller.signal) };
        controller.abort();
      } catch (failure) {
        failures[i] = failure;
      }
    }),
  );
  if (!winner) throw new AggregateError(failures);
  return winner.value;
}
