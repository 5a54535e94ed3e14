// Calls `sleep` before it logs. (It is asked to log first.)
// Fails: then calls 'sleep(500)', once
// Fails: then fulfils with 42
// Says: Does your code go through them in the order given?
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  const pause = sleep(500);
  log('calculating');
  await pause;
  log('done');
  return 42;
}
