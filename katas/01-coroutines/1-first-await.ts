/**
 * Thinks for half a second, and says what it is doing.
 *
 * - Logs `calculating` at once, before the call gives control back to its caller.
 * - Then sleeps for 500 ms, and logs `done` when they are over.
 * - Gives 42 when it is done.
 * - When the sleep fails, passes that failure on.
 *
 * @param log notes a line
 * @param sleep gives a promise that resolves after so many ms
 */
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  // TODO: log, sleep, log, and give the answer.
  throw new Error('TODO: write answer() in katas/01-coroutines/1-first-await.ts');
}
