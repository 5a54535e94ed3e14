// A variable, and a `setTimeout` of its own that puts it back. (Nothing can patch `await`.)
// Fails: knows the id after each 'await'
// Fails: knows the id in what 'f' sets going
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Says: When 'f' has returned its promise, it has only begun: what comes after an 'await' runs later, and
let current: string | undefined;

const bind =
  <A extends unknown[]>(f: (...args: A) => void, id: string | undefined) =>
  (...args: A): void => {
    const before = current;
    current = id;
    try {
      f(...args);
    } finally {
      current = before;
    }
  };

export function withRequest<T>(id: string, f: () => T): T {
  const before = current;
  const { setTimeout: wait, setImmediate: soon } = globalThis;
  globalThis.setTimeout = ((f: () => void, ms: number) => wait(bind(f, id), ms)) as typeof wait;
  globalThis.setImmediate = ((f: () => void) => soon(bind(f, id))) as typeof soon;
  current = id;
  try {
    return f();
  } finally {
    current = before;
    Object.assign(globalThis, { setTimeout: wait, setImmediate: soon });
  }
}

export function requestId(): string | undefined {
  return current;
}
