type Io<T> = () => Promise<T>;

/**
 * Runs the steps one after another.
 *
 * - Each step starts when the previous one has fulfilled, not earlier.
 * - So it takes the sum of the times of all steps.
 * - Fulfils with a new array of the results, in the order of the steps, whatever the results are. Without
 *   any steps, fulfils with `[]`.
 * - Starts no step after one has rejected.
 * - When a step rejects, rejects with the same reason, whatever it is.
 * - A step that is in the list twice runs twice. The list is not changed, and can be used again.
 * - Concurrent calls do not disturb each other.
 */
export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  // TODO: run the steps, and return their results.
  throw new Error('TODO: write inOrder() in katas/01-coroutines/3-in-order.ts');
}
