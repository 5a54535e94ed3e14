// Takes the id of the outer request where its own is empty.
// Fails: any text is an id
// Says: At 0 ms 'call 0' ran in 'outer'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id || (requests.getStore() ?? ''), f);
}

export function requestId(): string | undefined {
  return requests.getStore();
}
