// Prints with `console.log`, and leaves the `log` that it was given.
// Fails: logs 'calculating' synchronously, during the call
// Fails: then calls 'sleep(500)', once
// Fails: logs 'done' when the sleep has fulfilled, and not earlier
// Fails: then fulfils with 42
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Fails: does all of this for each call, also for a call during another one
// Says: Your code printed 'calculating' with console.log. The test reads only what your code passes to 'log'
export async function answer(
  _log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  console.log('calculating');
  await sleep(500);
  console.log('done');
  return 42;
}
