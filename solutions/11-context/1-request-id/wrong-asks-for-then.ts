// Wraps whatever has a `then`, so that a thenable becomes a real promise.
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Says: Return the very thing that 'f' returned, unchanged.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  const result = requests.run(id, f);
  const { then } = Object(result);
  return typeof then === 'function' && !(result instanceof Promise)
    ? (new Promise((resolve) => then.call(result, resolve)) as T)
    : result;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
