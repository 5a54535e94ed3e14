// Enters the context, and never leaves it: the caller goes on in it.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: At 0 ms 'outer: after the call' ran in 'r2'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  requests.enterWith(id);
  return f();
}

export function requestId(): string | undefined {
  return requests.getStore();
}
