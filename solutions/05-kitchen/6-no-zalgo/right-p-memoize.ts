// With p-memoize, which shares a load and keeps no rejection.
import pMemoize from 'p-memoize';

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const memoized = pMemoize(async (key: string) => load(key));
  return (key, callback) => {
    memoized(key).then(
      (value) => callback(null, value),
      (error) => callback(error),
    );
  };
}
