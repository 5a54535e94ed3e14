// Keeps the id as bytes. (Not every text comes back from UTF-8: half of a surrogate pair does not.)
// Fails: any text is an id
// Says: An id is any text.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<Buffer>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(Buffer.from(id), f);
}

export function requestId(): string | undefined {
  return requests.getStore()?.toString();
}
