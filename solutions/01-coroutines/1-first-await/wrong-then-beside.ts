// Assumes that the lines below a `then` wait as well. (Only the callback waits.)
// Fails: logs 'calculating' synchronously, during the call
// Fails: then calls 'sleep(500)', once
// Fails: logs 'done' when the sleep has fulfilled, and not earlier
// Fails: then fulfils with 42
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Fails: does all of this for each call, also for a call during another one
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
