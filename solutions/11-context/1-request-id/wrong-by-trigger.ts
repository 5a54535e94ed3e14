// A hook by hand, which takes the id from what triggers a callback: the promise that is awaited, and not the code.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: At 5 ms 'outer: after the wait' ran in 'r2'
import { AsyncResource, createHook, executionAsyncId } from 'node:async_hooks';

const ids = new Map<number, string>();

createHook({
  init(asyncId, _type, triggerAsyncId) {
    const id = ids.get(triggerAsyncId);
    if (id !== undefined) ids.set(asyncId, id);
  },
}).enable();

export function withRequest<T>(id: string, f: () => T): T {
  const request = new AsyncResource('Request');
  ids.set(request.asyncId(), id);
  return request.runInAsyncScope(() => f());
}

export const requestId = (): string | undefined => ids.get(executionAsyncId());
