// The promise hears nothing of what goes wrong in an async executor, and stays pending for ever.
// Fails: passes the failure of the sleep on
// Says: At 500 ms a failure came that nobody heard (sleep failed)
export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  return new Promise(async (resolve) => {
    log('calculating');
    await sleep(500);
    log('done');
    resolve(42);
  });
}
