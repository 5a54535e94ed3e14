// Takes a request that is older than an hour for one that has ended.
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Says: The end of 'f' is not the end of its request
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<{ id: string; since: number }>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run({ id, since: performance.now() }, f);
}

export function requestId(): string | undefined {
  const request = requests.getStore();
  return request && performance.now() - request.since < 3_600_000 ? request.id : undefined;
}
