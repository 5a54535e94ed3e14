// Catches the error of the sleep, and goes on as if the sleep had fulfilled.
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
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
