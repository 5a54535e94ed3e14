// Runs each request in the context in which the module was loaded: all other storages are empty there.
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: Other code has AsyncLocalStorages of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();
const users = AsyncLocalStorage.snapshot();

export function withRequest<T>(id: string, f: () => T): T {
  return users(() => requests.run(id, f));
}

export function requestId(): string | undefined {
  return requests.getStore();
}
