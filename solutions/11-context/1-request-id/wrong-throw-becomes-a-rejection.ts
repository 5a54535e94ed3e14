// Makes a rejected promise of what `f` throws.
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Says: What 'f' throws is for the caller, as it is.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  try {
    return requests.run(id, f);
  } catch (error) {
    return Promise.reject(error) as T;
  }
}

export function requestId(): string | undefined {
  return requests.getStore();
}
