// Stores the promise of the first call, and returns it to all later ones.
// Fails: logs 'calculating' synchronously, during the call
// Fails: then calls 'sleep(500)', once
// Fails: logs 'done' when the sleep has fulfilled, and not earlier
// Fails: then fulfils with 42
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Fails: does all of this for each call, also for a call during another one
// Says: The second time, by the same function: It never logged 'calculating'.
let stored: Promise<number> | undefined;

export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  stored ??= work(log, sleep);
  return stored;
}

async function work(log: (line: string) => void, sleep: (ms: number) => Promise<void>) {
  log('calculating');
  await sleep(500);
  log('done');
  return 42;
}
