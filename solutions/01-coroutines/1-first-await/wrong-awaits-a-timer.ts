// Awaits what `setTimeout` returns, which is no promise.
// Fails: logs 'calculating' synchronously, during the call
// Fails: then calls 'sleep(500)', once
// Fails: logs 'done' when the sleep has fulfilled, and not earlier
// Fails: then fulfils with 42
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Fails: does all of this for each call, also for a call during another one
// Says: A Timeout object was taken for a promise. setTimeout returns it, and 'await' does not wait for it.
export async function answer(log: (line: string) => void): Promise<number> {
  log('calculating');
  await setTimeout(() => {}, 500);
  log('done');
  return 42;
}
