// Takes `undefined` for an error of the caller: a function may run outside of each request.
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: It rejected at 3 ms with: no request
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id, f);
}

export function requestId(): string | undefined {
  const id = requests.getStore();
  if (id === undefined) throw new Error('no request');
  return id;
}
