// Has `defer` put a cleanup into the scope that was opened last, as a stack of the module knows it.
// Fails: has cleanups of its own for each call
// Says: closes what its own body has deferred, and nothing else
type Defer = (cleanup: () => unknown) => void;

const scopes: (() => unknown)[][] = [];

const defer: Defer = (cleanup) => {
  const scope = scopes.at(-1);
  if (!scope) throw new Error('the scope is over');
  scope.push(cleanup);
};

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  scopes.push(cleanups);
  const failures: unknown[] = [];
  let value: T | undefined;
  try {
    value = await body(defer);
  } catch (error) {
    failures.unshift(error);
  }
  scopes.splice(scopes.indexOf(cleanups), 1);
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
