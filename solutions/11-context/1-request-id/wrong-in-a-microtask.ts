// Calls `f` in a microtask: when the call returns, nothing has begun.
// Fails: calls 'f' once, in the call, and its id is known there
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Fails: a request within another one has its own id, and the outer one keeps its id
// Says: A call runs a function synchronously up to its first await.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return Promise.resolve().then(() => requests.run(id, f)) as T;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
