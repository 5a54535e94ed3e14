// Sets a timer itself: the given `sleep` is never called, so its rejection cannot reach the caller.
// Fails: then calls 'sleep(500)', once
// Fails: logs 'done' when the sleep has fulfilled, and not earlier
// Fails: then fulfils with 42
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: 'sleep' was never started
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  await new Promise((resolve) => setTimeout(resolve, 500));
  log('done');
  return 42;
}
