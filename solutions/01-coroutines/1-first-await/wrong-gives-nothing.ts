// The inner function returns 42 to its own caller, and the outer one returns nothing.
// Fails: gives 42 when it is done
// Says: is a return missing?
export async function answer(log: (line: string) => void, sleep: (ms: number) => Promise<void>) {
  log('calculating');
  await sleep(500).then(() => {
    log('done');
    return 42;
  });
}
