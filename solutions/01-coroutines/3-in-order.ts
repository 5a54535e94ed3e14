type Io<T> = () => Promise<T>;

/**
 * Runs the steps one after the other.
 *
 * - Each step starts when the one before has ended, not earlier.
 * - Gives what the steps gave, in their order.
 * - When a step fails, no other is started, and the failure is passed on.
 */
export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  // The loop does not go round before this step has ended, so the next one is not even called.
  for (const step of steps) results.push(await step());
  return results;
}
