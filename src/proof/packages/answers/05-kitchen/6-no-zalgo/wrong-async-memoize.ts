// Assumes that memoize tells each waiting callback by itself, and forgets errors. (It tells them in one loop, and keeps errors.)
// Says: queue each callback on its own
import { memoize } from 'async';

export function makeGet<T>(load: (key: string) => Promise<T>) {
  return memoize((key: string, callback: (error: unknown, value?: T) => void) => {
    load(key).then(
      (value) => callback(null, value),
      (error) => callback(error),
    );
  });
}
