// Calls each request in the context in which the first one was called: all later callers have another one.
// Fails: knows the id after each 'await'
// Fails: knows the id in what 'f' sets going
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: Does 'f' run in the context that is around this call?
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();
let first: ReturnType<typeof AsyncLocalStorage.snapshot> | undefined;

export function withRequest<T>(id: string, f: () => T): T {
  first ??= AsyncLocalStorage.snapshot();
  return first(() => requests.run(id, f));
}

export function requestId(): string | undefined {
  return requests.getStore();
}
