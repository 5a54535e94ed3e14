// An async generator that yields each end: of the body, and then of its cleanups.
type Defer = (cleanup: () => unknown) => void;

async function* ends<T>(
  body: (defer: Defer) => Promise<T>,
): AsyncGenerator<PromiseSettledResult<unknown>> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  yield* settle(() =>
    body((cleanup) => {
      if (isOver) throw new Error('the scope is over');
      cleanups.unshift(cleanup);
    }),
  );
  isOver = true;
  for (const cleanup of cleanups) yield* settle(() => cleanup());
}

async function* settle(f: () => unknown): AsyncGenerator<PromiseSettledResult<unknown>> {
  yield* await Promise.allSettled([(async () => f())()]);
}

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  let value: unknown;
  let failure: { reason: unknown } | undefined;
  let isFirst = true;
  for await (const end of ends(body)) {
    if (end.status === 'rejected') {
      const { reason } = end;
      failure = { reason: failure ? joined(reason, failure.reason) : reason };
    } else if (isFirst) value = end.value;
    isFirst = false;
  }
  if (failure) throw failure.reason;
  return value as T;
}

function joined(error: unknown, suppressed: unknown): Error {
  const all = new Error('Several have failed', { cause: suppressed });
  return Object.assign(all, { error, suppressed });
}
