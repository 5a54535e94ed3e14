// Awaits before it does anything, so it logs nothing synchronously.
// Fails: logs 'calculating' synchronously, during the call
// Fails: then calls 'sleep(500)', once
// Says: A call runs a function synchronously up to its first await.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  await null;
  log('calculating');
  await sleep(500);
  log('done');
  return 42;
}
