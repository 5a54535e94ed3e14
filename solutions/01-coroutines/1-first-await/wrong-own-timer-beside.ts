// Calls `sleep`, and waits for a timer of its own. (A sleep may be late.)
// Fails: logs 'done' when the sleep has fulfilled, and not earlier
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: 'sleep' (until 503 ms) was still running at that time.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const failed = new Promise<never>((_, reject) => sleep(500).catch(reject));
  await Promise.race([failed, new Promise((resolve) => setTimeout(resolve, 500))]);
  log('done');
  return 42;
}
