// Takes a failed sleep for a finished one.
// Fails: passes the failure of the sleep on
// Says: the failure was swallowed on its way to the caller
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  await sleep(500).catch(() => {});
  log('done');
  return 42;
}
