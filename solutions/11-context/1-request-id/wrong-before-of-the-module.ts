// Goes back to the context before, which it keeps in one variable for all calls.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Says: At 0 ms 'outer: after the call' ran in 'r2'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();
let before: string | undefined;

export function withRequest<T>(id: string, f: () => T): T {
  before = requests.getStore();
  requests.enterWith(id);
  try {
    return f();
  } finally {
    requests.enterWith(before as string);
  }
}

export function requestId(): string | undefined {
  return requests.getStore();
}
