// Remembers each body, and what it fulfilled with.
// Fails: has cleanups of its own for each call
// Says: 'b' was never started; expected at 5 ms
type Defer = (cleanup: () => unknown) => void;

const known = new WeakMap<object, Promise<unknown>>();

export function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const running = (known.get(body) ?? run(body)) as Promise<T>;
  known.set(body, running);
  return running;
}

async function run<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
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
  if (failures.length > 0) throw failures.reduceRight((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
