// Goes back to the context before when the promise settles. (Its handler runs in a context of its own.)
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: At 0 ms 'outer: after the call' ran in 'r2'
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  const before = requests.getStore();
  const putBack = () => requests.enterWith(before as string);
  requests.enterWith(id);
  let result: T;
  try {
    result = f();
  } catch (error) {
    putBack();
    throw error;
  }
  if (result instanceof Promise) result.then(putBack, putBack);
  else putBack();
  return result;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
