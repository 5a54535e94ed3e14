// Disables the storage when the promise of `f` has settled: it is that of all other requests, too.
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: any text is an id
// Says: At 20 ms 'load of r2' ran in no context
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  const disable = () => requests.disable();
  const result = requests.run(id, f);
  if (result instanceof Promise) result.then(disable, disable);
  return result;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
