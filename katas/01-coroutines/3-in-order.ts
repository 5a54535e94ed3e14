type Io<T> = () => Promise<T>;

/**
 * Runs the steps one after another.
 *
 * - Each step starts when the previous one has fulfilled, not earlier.
 * - So it takes as long as all steps together.
 * - Fulfils with the results of the steps, in the order of the steps.
 * - Starts no step after one has rejected.
 * - When a step rejects, rejects with the same error.
 */
export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  // TODO: run the steps, and return their results.
  throw new Error('TODO: write inOrder() in katas/01-coroutines/3-in-order.ts');
}
