// Begins a request when the one before it has ended: then a single variable would do.
// Fails: calls 'f' once, in the call, and its id is known there
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: A call runs a function synchronously up to its first await.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();
let line: Promise<unknown> = Promise.resolve();

export function withRequest<T>(id: string, f: () => T): T {
  const result = line.then(() => requests.run(id, f));
  line = result.catch(() => {});
  return result as T;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
