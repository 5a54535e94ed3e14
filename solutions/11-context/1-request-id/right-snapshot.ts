// Makes a snapshot in the context, and calls `f` in that.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  const inside = requests.run(id, () => AsyncLocalStorage.snapshot());
  return inside(f);
}

export function requestId(): string | undefined {
  return requests.getStore();
}
