// Enters the context, and leaves it for no context at all: the caller may be in a request, too.
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Says: At 0 ms 'outer: after the call' ran in no context
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  requests.enterWith(id);
  try {
    return f();
  } finally {
    requests.enterWith(undefined as unknown as string);
  }
}

export function requestId(): string | undefined {
  return requests.getStore();
}
