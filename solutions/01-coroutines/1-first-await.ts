/**
 * Waits for half a second, and logs what it is doing.
 *
 * - Logs `calculating` synchronously, during the call.
 * - After that line, still during the call, calls `sleep(500)`. Calls it once.
 * - Logs `done` when the promise of that sleep has fulfilled, and not earlier.
 * - Then fulfils with 42, without another wait.
 * - When the sleep rejects, rejects with the same reason, whatever it is. `done` is not logged.
 * - Does all of this for each call, also for a call during another one.
 *
 * @param log writes a line down
 * @param sleep returns a promise that fulfils after `ms` milliseconds
 */
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  // The caller gets its promise here. The lines below run when the sleep is over.
  await sleep(500);
  log('done');
  return 42;
}
