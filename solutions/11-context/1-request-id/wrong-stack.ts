// A stack of ids: assumes that the request that came last is also the one that runs.
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Says: At 10 ms 'load of r1' ran in 'r3'
const stack: string[] = [];

export function withRequest<T>(id: string, f: () => T): T {
  stack.push(id);
  const leave = () => {
    stack.splice(stack.lastIndexOf(id), 1);
  };
  let result: T;
  try {
    result = f();
  } catch (error) {
    leave();
    throw error;
  }
  if (result instanceof Promise) result.then(leave, leave);
  else leave();
  return result;
}

export const requestId = (): string | undefined => stack.at(-1);
