// Makes a promise of what `f` returns, so that it can be awaited in any case.
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Says: Return the very thing that 'f' returned.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id, () => Promise.resolve(f())) as T;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
