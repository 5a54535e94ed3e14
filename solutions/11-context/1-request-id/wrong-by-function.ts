// Keeps one store for each function. (Two requests may call the same one.)
// Fails: each of several requests keeps its own id, in whatever order they end
// Says: What one of them sets, or ends, must not change what another one reads.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<{ id: string }>();
const stores = new WeakMap<() => unknown, { id: string }>();

export function withRequest<T>(id: string, f: () => T): T {
  const store = stores.get(f) ?? { id };
  stores.set(f, store);
  store.id = id;
  return requests.run(store, f);
}

export function requestId(): string | undefined {
  return requests.getStore()?.id;
}
