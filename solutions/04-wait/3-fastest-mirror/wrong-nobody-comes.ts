// Settles only in a handler, and without mirrors no handler ever runs.
// Fails: rejects immediately with an AggregateError when the input is empty
// Says: Deadlock at 0 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const start = async (mirror: Op<T>, signal: AbortSignal) => mirror(signal);
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const failures: unknown[] = [];
    let winner: { value: T } | undefined;
    let left = mirrors.length;
    const end = () => {
      if (--left > 0) return;
      if (winner) resolve(winner.value);
      else reject(new AggregateError(failures));
    };
    mirrors.forEach((mirror, i) => {
      start(mirror, controller.signal)
        .then(
          (value) => {
            winner ??= { value };
            controller.abort();
          },
          (failure) => {
            failures[i] = failure;
          },
        )
        .then(end);
    });
  });
}
