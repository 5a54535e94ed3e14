// A request within another one takes the store of that, and writes its own id into it.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Says: At 83 ms 'outer: a timer' ran in 'r2'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<{ id: string }>();

export function withRequest<T>(id: string, f: () => T): T {
  const outer = requests.getStore();
  if (outer) {
    outer.id = id;
    return f();
  }
  return requests.run({ id }, f);
}

export function requestId(): string | undefined {
  return requests.getStore()?.id;
}
