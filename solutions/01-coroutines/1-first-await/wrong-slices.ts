// Sleeps ten times 50 ms. (The machine was to be asked once.)
// Fails: then calls 'sleep(500)', once
// Fails: logs 'done' when the sleep has fulfilled, and not earlier
// Fails: then fulfils with 42
// Says: 'sleep' was started 10 times
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  for (let i = 0; i < 10; i++) await sleep(50);
  log('done');
  return 42;
}
