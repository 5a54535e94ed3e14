/**
 * Waits for half a second, and logs what it is doing.
 *
 * - Logs `calculating` synchronously, during the call.
 * - Then sleeps for 500 ms, with `sleep`. Logs `done` when they are over, and not earlier.
 * - Fulfils with 42 after these 500 ms.
 * - When the sleep rejects, rejects with the same error.
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
