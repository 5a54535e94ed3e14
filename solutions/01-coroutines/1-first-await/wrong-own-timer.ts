// Sets a timer itself: the given `sleep` is never called, so its rejection cannot reach the caller.
// Fails: rejects with the same error when the sleep rejects
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
