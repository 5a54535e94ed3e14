// Makes a new storage for each request: the id of an earlier one is in a storage that is forgotten.
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Says: At 10 ms 'load of r1' ran in no context
import { AsyncLocalStorage } from 'node:async_hooks';

let requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  requests = new AsyncLocalStorage<string>();
  return requests.run(id, f);
}

export function requestId(): string | undefined {
  return requests.getStore();
}
