// Keeps the id that is there: a request within another one has the id of that.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: any text is an id
// Says: At 0 ms 'inner: first line' ran in 'r1'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(requests.getStore() ?? id, f);
}

export function requestId(): string | undefined {
  return requests.getStore();
}
