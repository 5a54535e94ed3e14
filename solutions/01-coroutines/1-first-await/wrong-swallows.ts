// Catches the error of the sleep, and goes on as if the sleep had fulfilled.
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: That error was handled, but not passed on. Does a catch turn it into a value?
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  await sleep(500).catch(() => {});
  log('done');
  return 42;
}
