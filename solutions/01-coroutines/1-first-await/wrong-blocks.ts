// Blocks the thread until the time is over. (The virtual clock stands still meanwhile, so the loop never ends.)
// Fails: then calls 'sleep(500)', once
// Fails: logs 'done' when the sleep has fulfilled, and not earlier
// Fails: then fulfils with 42
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Fails: does all of this for each call, also for a call during another one
// Says: A loop takes no time on the virtual clock: await a timer, and do not read the time again and again.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const end = Date.now() + 500;
  while (Date.now() < end);
  log('done');
  return 42;
}
