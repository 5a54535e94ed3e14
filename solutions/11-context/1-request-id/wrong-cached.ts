// Reads the context once, and keeps the answer until the next microtask: a request within another one comes sooner.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Says: At 0 ms 'inner: first line' ran in 'r1'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id, f);
}

let cached: { readonly id: string | undefined } | undefined;

export function requestId(): string | undefined {
  if (!cached) {
    cached = { id: requests.getStore() };
    queueMicrotask(() => {
      cached = undefined;
    });
  }
  return cached.id;
}
