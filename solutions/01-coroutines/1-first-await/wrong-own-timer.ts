// Waits with a timer of its own: the sleep that it was given is never asked, and cannot fail.
// Fails: passes the failure of the sleep on
// Says: sleep was never started
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  await new Promise((resolve) => setTimeout(resolve, 500));
  log('done');
  return 42;
}
