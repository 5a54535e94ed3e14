// Promise.withResolvers, which core-js brings where it is missing.
import 'core-js/actual/promise/with-resolvers';

export function sleep(ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers();
  setTimeout(resolve, ms);
  return promise;
}
