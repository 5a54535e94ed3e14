// Logs 'done' as soon as the sleep has been called. (Only the `await` pauses.)
// Fails: logs 'calculating' synchronously, during the call
// Fails: then calls 'sleep(500)', once
// Fails: logs 'done' when the sleep has fulfilled, and not earlier
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Fails: does all of this for each call, also for a call during another one
// Says: Is there an await before this line?
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const pause = sleep(500);
  log('done');
  await pause;
  return 42;
}
