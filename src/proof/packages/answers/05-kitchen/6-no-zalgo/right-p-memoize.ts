// p-memoize keeps values, and none of the failures.
import pMemoize from 'p-memoize';

export function makeGet<T>(load: (key: string) => Promise<T>) {
  const kept = pMemoize((key: string) => load(key));
  return (key: string, callback: (error: unknown, value?: T) => void) => {
    kept(key).then(
      (value) => process.nextTick(callback, null, value),
      (error) => process.nextTick(callback, error),
    );
  };
}
