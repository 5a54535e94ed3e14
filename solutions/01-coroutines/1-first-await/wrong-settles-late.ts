// Waits once more when the sleep is over, and fulfils 5 ms later.
// Fails: then fulfils with 42
// Says: From 500 to 505 ms no work was running, only a timer
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  await sleep(500);
  log('done');
  await new Promise((resolve) => setTimeout(resolve, 5));
  return 42;
}
