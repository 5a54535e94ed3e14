// Blocks the thread until the time is over. (The virtual clock stands still meanwhile, so the loop never ends.)
// Fails: logs 'done' when 500 ms are over, and not earlier
// Fails: fulfils with 42 after 500 ms
// Fails: rejects with the same error when the sleep rejects
// Says: A loop takes no time on the virtual clock: await a timer, and do not read the time again and again.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const end = Date.now() + 500;
  while (Date.now() < end);
  log('done');
  return 42;
}
