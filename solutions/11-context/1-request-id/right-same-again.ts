// A request that is called within one of the same id is part of that: it needs no context of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.getStore() === id ? f() : requests.run(id, f);
}

export function requestId(): string | undefined {
  return requests.getStore();
}
