// Sets a variable, and leaves it as it is for all that comes.
// Fails: each of several requests keeps its own id, in whatever order they end
// Fails: still knows the id when 'f' has returned, or its promise has settled
// Fails: a request within another one has its own id, and the outer one keeps its id
// Fails: nothing changes for the caller
// Fails: what was set going outside is no part of the request
// Fails: any text is an id
// Fails: leaves each AsyncLocalStorage of others as it is
// Says: At 10 ms 'load of r1' ran in 'r3'
let current: string | undefined;

export function withRequest<T>(id: string, f: () => T): T {
  current = id;
  return f();
}

export function requestId(): string | undefined {
  return current;
}
