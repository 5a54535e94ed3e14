// A list of ids that grows: a request within another one pushes its id on the list of that.
// Fails: knows the id after each 'await'
// Fails: knows the id in what 'f' sets going
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Says: When 'f' has returned its promise, it has only begun: what comes after an 'await' runs later, and
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string[]>();

export function withRequest<T>(id: string, f: () => T): T {
  const ids = requests.getStore() ?? [];
  return requests.run(ids, () => {
    ids.push(id);
    try {
      return f();
    } finally {
      ids.pop();
    }
  });
}

export function requestId(): string | undefined {
  return requests.getStore()?.at(-1);
}
