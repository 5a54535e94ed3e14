// A Map of values in the storage: each request has a copy of the one around it, with an id of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<ReadonlyMap<string, string>>();

export function withRequest<T>(id: string, f: () => T): T {
  const values = new Map(requests.getStore());
  values.set('id', id);
  return requests.run(values, f);
}

export function requestId(): string | undefined {
  return requests.getStore()?.get('id');
}
