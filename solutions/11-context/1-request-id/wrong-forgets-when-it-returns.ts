// Takes the id out of its record when `f` has returned something that is no promise.
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Says: At 0 ms 'a microtask' ran in no context
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<{ id: string | undefined }>();

export function withRequest<T>(id: string, f: () => T): T {
  const record: { id: string | undefined } = { id };
  const result = requests.run(record, f);
  if (!(result instanceof Promise)) record.id = undefined;
  return result;
}

export function requestId(): string | undefined {
  return requests.getStore()?.id;
}
