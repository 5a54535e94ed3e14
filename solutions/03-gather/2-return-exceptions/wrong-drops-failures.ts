// Leaves the rejections out, so the list is shorter and its places no longer match the input.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Fails: wraps any other reason in a new Error that has it as its cause
// Says: 'b' failed at 10 ms, and the list has no item for it.
export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const settled = await Promise.allSettled(awaitables);
  return settled.filter((one) => one.status === 'fulfilled').map((one) => one.value);
}
