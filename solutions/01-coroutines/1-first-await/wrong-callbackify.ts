// Goes through a callback in Node's style. (`callbackify` wraps a reason that is not truthy in an Error of its own.)
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: 'Promise was rejected with falsy value'
import { callbackify } from 'node:util';

export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  return new Promise((resolve, reject) => {
    callbackify(sleep)(500, (error) => {
      if (error) return reject(error);
      log('done');
      resolve(42);
    });
  });
}
