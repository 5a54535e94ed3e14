/**
 * Like `gather`, for an object: waits for the promise under every key.
 *
 * - Fulfils with a new plain object that has each value under its key.
 * - Fulfils as soon as the slowest promise has fulfilled, not earlier.
 * - The keys are in input order, whichever promise fulfils first.
 * - Does not change `promises`.
 * - Rejects as soon as the first promise rejects, with the same error.
 * - Later rejections change nothing, and cause no unhandled rejection.
 * - With an empty object, fulfils with `{}`.
 */
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  // TODO: wait for all of them, and fulfil with an object of their values.
  throw new Error('TODO: write gatherProps() in katas/03-gather/4-gather-props.ts');
}
