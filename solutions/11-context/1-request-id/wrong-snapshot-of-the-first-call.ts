// Keeps a context for each function, with the stores that others had when it was first called.
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: Other code has AsyncLocalStorages of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();
const contexts = new WeakMap<() => unknown, ReturnType<typeof AsyncLocalStorage.snapshot>>();

export function withRequest<T>(id: string, f: () => T): T {
  const context = contexts.get(f) ?? AsyncLocalStorage.snapshot();
  contexts.set(f, context);
  return context(() => requests.run(id, f));
}

export function requestId(): string | undefined {
  return requests.getStore();
}
