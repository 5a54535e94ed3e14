// Leaves the rejections out, so the list is shorter and its places no longer match the input.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: has two outcomes for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: awaits a thenable that is not a Promise
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Fails: wraps any other reason in a new Error that has it as its cause
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: 'b' failed at 10 ms, and the list has no item for it.
export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const settled = await Promise.allSettled(awaitables);
  return settled.filter((one) => one.status === 'fulfilled').map((one) => one.value);
}
