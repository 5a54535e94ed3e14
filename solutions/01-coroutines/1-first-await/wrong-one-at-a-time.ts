// Has one flag for all calls: a call during another one logs nothing.
// Fails: does all of this for each call, also for a call during another one
// Says: expected 'second: calculating' at 217 ms
let isBusy = false;

export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  const mine = !isBusy;
  if (mine) log('calculating');
  isBusy = true;
  try {
    await sleep(500);
  } finally {
    isBusy = false;
  }
  if (mine) log('done');
  return 42;
}
