// Cuts an id after 64 characters, as the column of a database would.
// Fails: any text is an id
// Says: An id is any text.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id.slice(0, 64), f);
}

export function requestId(): string | undefined {
  return requests.getStore();
}
