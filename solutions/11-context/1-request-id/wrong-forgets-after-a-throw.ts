// Assumes that a request ends when `f` throws. (A timer that `f` has set is still to come.)
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Says: At 0 ms 'a microtask' ran in no context; expected 'r1'.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<{ id: string | undefined }>();

export function withRequest<T>(id: string, f: () => T): T {
  const request: { id: string | undefined } = { id };
  try {
    return requests.run(request, f);
  } catch (error) {
    request.id = undefined;
    throw error;
  }
}

export function requestId(): string | undefined {
  return requests.getStore()?.id;
}
