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
  log('calculating');
  // Gives control back to the caller here; what follows runs when the sleep is over.
  await sleep(500);
  log('done');
  return 42;
}
