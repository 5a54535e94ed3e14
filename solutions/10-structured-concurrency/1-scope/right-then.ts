// A chain of `then`, made with `reduceRight` when the body has settled.
type Defer = (cleanup: () => unknown) => void;

type End<T> = { value: T; reasons: unknown[] };

export function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const first = new Promise<T>((resolve) => resolve(body(defer))).then(
    (value) => ({ value, reasons: [] as unknown[] }),
    (error: unknown) => ({ value: undefined as T, reasons: [error] }),
  );
  return first
    .then((end) => {
      isOver = true;
      return cleanups.reduceRight<Promise<End<T>>>(
        (before, cleanup) =>
          before.then((end) =>
            Promise.resolve()
              .then(() => cleanup())
              .then(
                () => end,
                (error: unknown) => ({ ...end, reasons: [error, ...end.reasons] }),
              ),
          ),
        Promise.resolve(end),
      );
    })
    .then(({ value, reasons }) => {
      if (reasons.length === 0) return value;
      throw reasons.reduceRight((suppressed, error) =>
        Object.assign(new Error('Several have failed'), { error, suppressed }),
      );
    });
}
