// Assumes that the lines below a `then` wait as well. (Only the callback waits.)
// Fails: logs 'calculating' synchronously, during the call
// Fails: logs 'done' when 500 ms are over, and not earlier
// Fails: fulfils with 42 after 500 ms
// Fails: rejects with the same error when the sleep rejects
// Says: Await the work that you start, or stop it, before your function settles.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  sleep(500).then(() => {
    log('done');
  });
  return 42;
}
