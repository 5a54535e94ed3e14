// A promise made by hand, which settles when the last download has ended.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  // An async function turns a throw into a rejection.
  const start = async (mirror: Op<T>, signal: AbortSignal) => mirror(signal);
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const failures: unknown[] = [];
    let winner: { value: T } | undefined;
    let left = mirrors.length;
    const end = () => {
      if (left > 0) return;
      if (winner) resolve(winner.value);
      else reject(new AggregateError(failures));
    };
    mirrors.forEach((mirror, i) => {
      start(mirror, controller.signal).then(
        (value) => {
          winner ??= { value };
          controller.abort();
          left--;
          end();
        },
        (failure) => {
          failures[i] = failure;
          left--;
          end();
        },
      );
    });
    end();
  });
}
