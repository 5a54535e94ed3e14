// Goes back to the context before, except when `f` throws.
// Fails: nothing changes for the caller
// Says: At 3 ms 'just after the call' ran in 'r1'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  const before = requests.getStore();
  requests.enterWith(id);
  const result = f();
  requests.enterWith(before as string);
  return result;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
