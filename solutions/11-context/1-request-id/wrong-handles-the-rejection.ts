// Counts the requests in flight by `then`, with a handler for both ends: so a rejection has a handler, whatever the caller does.
// Fails: nothing changes for the caller
// Says: A handler that your code attaches to a promise handles its rejection, also if it only looks at the
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();
let inFlight = 0;

export function withRequest<T>(id: string, f: () => T): T {
  inFlight++;
  const end = () => {
    inFlight--;
  };
  const result = requests.run(id, f);
  if (result instanceof Promise) result.then(end, end);
  return result;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
