type Io<T> = () => Promise<T>;

/**
 * Runs the steps one after the other.
 *
 * - Each step starts when the one before has ended, not earlier.
 * - Gives what the steps gave, in their order.
 * - When a step fails, no other is started, and the failure is passed on.
 */
export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  // TODO: run the steps, and give their results.
  throw new Error('TODO: write inOrder() in katas/01-coroutines/3-in-order.ts');
}
