// Assumes that `String` makes a text of every reason. (It throws for an object without `toString`.)
// Fails: wraps any other reason in a new Error that has it as its cause
// Says: Does your code make a text of the reason? Not every value has one.
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) =>
    Promise.resolve(awaitable).catch((failure) =>
      failure instanceof Error ? failure : new Error(String(failure), { cause: failure }),
    ),
  );
  return Promise.all(outcomes);
}
