// memoizee keeps promises, and forgets the rejected ones.
import memoizee from 'memoizee';

export function makeGet<T>(load: (key: string) => Promise<T>) {
  const kept = memoizee((key: string) => load(key), { promise: true, primitive: true });
  return (key: string, callback: (error: unknown, value?: T) => void) => {
    kept(key).then(
      (value) => void setImmediate(callback, null, value),
      // When memoizee has forgotten it.
      (error) => void setImmediate(callback, error),
    );
  };
}
