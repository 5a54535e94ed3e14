// Calls `sleep` before it logs. (It is asked to log first.)
// Fails: then calls 'sleep(500)', once
// Fails: then fulfils with 42
// Says: In the call the order was another.
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
