// Throws for a request within another one.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: any text is an id
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: It rejected at 0 ms with: already in a request
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  if (requests.getStore() !== undefined) throw new Error('already in a request');
  return requests.run(id, f);
}

export function requestId(): string | undefined {
  return requests.getStore();
}
