// Assumes that `return` in a callback returns from the outer function. (It returns from the callback only.)
// Fails: then fulfils with 42
// Fails: does all of this for each call, also for a call during another one
// Says: A function without a return returns undefined: is one missing?
export async function answer(log: (line: string) => void, sleep: (ms: number) => Promise<void>) {
  log('calculating');
  await sleep(500).then(() => {
    log('done');
    return 42;
  });
}
