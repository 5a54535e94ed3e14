/**
 * Thinks for half a second, and tells what it is doing.
 *
 * - Logs `calculating` at once, before the call gives control back to its caller.
 * - Sleeps for 500 ms, and logs `done` only then.
 * - Gives 42 when it is done.
 * - When the sleep fails, passes that failure on.
 *
 * @param sleep waits so many ms
 */
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  // TODO: log, sleep, log, and give the answer.
  throw new Error('TODO: write answer() in katas/01-coroutines/1-first-await.ts');
}
