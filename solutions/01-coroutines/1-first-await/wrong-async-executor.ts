// The Promise hears nothing of what goes wrong in an async executor: it stays pending for ever.
// Fails: passes the failure of the sleep on
// Says: Deadlock at 500 ms
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
