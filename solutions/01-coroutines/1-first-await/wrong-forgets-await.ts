// Calls `sleep`, and does not await its promise.
// Fails: logs 'done' when 500 ms are over, and not earlier
// Fails: logs 'calculating' synchronously, during the call
// Fails: fulfils with 42 after 500 ms
// Fails: rejects with the same error when the sleep rejects
// Says: 'sleep' (until 500 ms) was still running at that time. Is there an await before this line?
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  sleep(500);
  log('done');
  return 42;
}
