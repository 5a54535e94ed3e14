// Looks whether `f` is an async function, and uses a variable for all others.
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: any text is an id
// Says: At 10 ms 'load of r1' ran in no context
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();
let current: string | undefined;

export function withRequest<T>(id: string, f: () => T): T {
  if (f.constructor.name === 'AsyncFunction') return requests.run(id, f);
  const before = current;
  current = id;
  try {
    return f();
  } finally {
    current = before;
  }
}

export const requestId = (): string | undefined => current ?? requests.getStore();
