// A request within another one is called by an async function, so it returns a promise of its own.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Says: It fulfilled with 'it returned: object' at 0 ms; expected 'it returned: string'.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  if (requests.getStore() === undefined) return requests.run(id, f);
  return (async () => requests.run(id, f))() as T;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
