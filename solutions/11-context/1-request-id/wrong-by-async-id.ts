// Notes the id by the number of the running callback. (After an `await`, another callback runs.)
// Fails: knows the id after each 'await'
// Fails: knows the id in what 'f' sets going
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Says: When 'f' has returned its promise, it has only begun: what comes after an 'await' runs later, and
import { executionAsyncId } from 'node:async_hooks';

const ids = new Map<number, string>();

export function withRequest<T>(id: string, f: () => T): T {
  const key = executionAsyncId();
  const before = ids.get(key);
  ids.set(key, id);
  try {
    return f();
  } finally {
    if (before === undefined) ids.delete(key);
    else ids.set(key, before);
  }
}

export const requestId = (): string | undefined => ids.get(executionAsyncId());
