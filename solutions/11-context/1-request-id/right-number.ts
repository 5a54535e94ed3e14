// Numbers the requests: the storage has the number, and a Map has the ids.
import { AsyncLocalStorage } from 'node:async_hooks';

const ids: string[] = [];
const requests = new AsyncLocalStorage<number>();

export function withRequest<T>(id: string, f: () => T): T {
  const number = ids.push(id) - 1;
  return requests.run(number, f);
}

export function requestId(): string | undefined {
  return ids[requests.getStore() ?? Number.NaN];
}
