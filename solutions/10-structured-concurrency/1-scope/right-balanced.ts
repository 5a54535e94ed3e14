// A recursion over the list of failures, which nests its Errors on both sides.
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const failures: unknown[] = [];
  let value: T | undefined;
  try {
    value = await body(defer);
  } catch (error) {
    failures.unshift(error);
  }
  isOver = true;
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch (error) {
      failures.unshift(error);
    }
  }
  if (failures.length > 0) throw tree(failures);
  return value as T;
}

class Both extends AggregateError {
  get error(): unknown {
    return this.errors[0];
  }

  get suppressed(): unknown {
    return this.errors[1];
  }
}

function tree(all: readonly unknown[]): unknown {
  if (all.length === 1) return all[0];
  const half = all.length >> 1;
  return new Both([tree(all.slice(0, half)), tree(all.slice(half))], 'Several have failed');
}
