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
  const results: T[] = [];
  // The loop pauses here until this step has fulfilled, so the next one is not called before that.
  for (const step of steps) results.push(await step());
  return results;
}
