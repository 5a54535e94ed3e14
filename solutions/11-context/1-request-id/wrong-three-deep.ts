// Knows two requests within each other, and no third one.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Says: At 0 ms 'third: first line' ran in 'r2'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string[]>();

export function withRequest<T>(id: string, f: () => T): T {
  const outer = requests.getStore();
  if (outer && outer.length > 1) return f();
  return requests.run([...(outer ?? []), id], f);
}

export function requestId(): string | undefined {
  return requests.getStore()?.at(-1);
}
