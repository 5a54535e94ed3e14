// Makes one Error, and gives it another cause each time: all places show the last reason.
// Fails: wraps any other reason in a new Error that has it as its cause
// Says: It fulfilled with [ 'no soup', 'no soup' ]
const wrapper: Error = new Error('failed without an Error');

function toError(failure: unknown): Error {
  return failure instanceof Error ? failure : Object.assign(wrapper, { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) => Promise.resolve(awaitable).catch(toError));
  return Promise.all(outcomes);
}
