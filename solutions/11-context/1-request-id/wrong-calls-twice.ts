// Calls `f` once to see whether it returns a promise.
// Fails: calls 'f' once, in the call, and its id is known there
// Fails: knows the id after each 'await'
// Fails: knows the id in what 'f' sets going
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: Call 'f' once, and in the call: the id is there when its first line runs.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  const isAsync = f() instanceof Promise;
  return isAsync ? requests.run(id, f) : requests.run(id, () => f());
}

export function requestId(): string | undefined {
  return requests.getStore();
}
