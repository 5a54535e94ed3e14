// Counts the requests in flight with `finally`: nothing handles the rejection of the promise that it returns.
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Says: 1 unhandled rejection; expected none: - a promise failed: rejected at 13 ms, and never handled
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();
let inFlight = 0;

export function withRequest<T>(id: string, f: () => T): T {
  inFlight++;
  const result = requests.run(id, f);
  if (result instanceof Promise) result.finally(() => inFlight--);
  return result;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
