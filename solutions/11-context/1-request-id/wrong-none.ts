// Returns a text where there is no request: it cannot be told from an id.
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: At 3 ms 'before the call' ran in 'none'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id, f);
}

export function requestId(): string | undefined {
  return requests.getStore() ?? 'none';
}
