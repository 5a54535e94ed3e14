// Keeps the ids in flight in a Set. When one of two requests with the same id has ended, the other one has none.
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: any text is an id
// Says: At 1 ms 'the end of no. 0' ran in no context
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();
const inFlight = new Set<string>();

export function withRequest<T>(id: string, f: () => T): T {
  inFlight.add(id);
  const result = requests.run(id, f);
  if (result instanceof Promise) {
    const end = () => inFlight.delete(id);
    result.then(end, end);
  }
  return result;
}

export function requestId(): string | undefined {
  const id = requests.getStore();
  return id !== undefined && inFlight.has(id) ? id : undefined;
}
