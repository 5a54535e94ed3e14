// Sets the cause only if the reason is truthy.
// Fails: wraps any other reason in a new Error that has it as its cause
// Says: It fulfilled with { anErrorWithTheCause: undefined }
function toError(failure: unknown): Error {
  if (failure instanceof Error) return failure;
  return failure ? new Error('failed', { cause: failure }) : new Error('failed without a reason');
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) => Promise.resolve(awaitable).catch(toError));
  return Promise.all(outcomes);
}
