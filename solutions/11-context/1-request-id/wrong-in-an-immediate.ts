// Calls `f` in an immediate, so that it begins on an empty stack.
// Fails: calls 'f' once, in the call, and its id is known there
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Says: A call runs a function synchronously up to its first await.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(requests.run(id, f));
      } catch (error) {
        reject(error);
      }
    });
  }) as T;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
