// Passes the id to `f`.
// Fails: calls 'f' once, in the call, and its id is known there
// Says: During the call, it logged 'f was called; arguments: 1'; expected 'f was called; arguments: 0'.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id, f as (id: string) => T, id);
}

export function requestId(): string | undefined {
  return requests.getStore();
}
