// One object in the storage for all requests: each writes its id over that of the others.
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Says: At 10 ms 'load of r1' ran in 'r3'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<{ id?: string }>();
const store: { id?: string } = {};

export function withRequest<T>(id: string, f: () => T): T {
  store.id = id;
  return requests.run(store, f);
}

export function requestId(): string | undefined {
  return requests.getStore()?.id;
}
