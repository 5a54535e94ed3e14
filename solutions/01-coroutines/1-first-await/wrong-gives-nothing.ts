// The value is given to the inner function's caller, and stops there.
// Fails: gives 42 when it is done
// Says: is a return missing?
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  await sleep(500).then(() => {
    log('done');
    return 42;
  });
  return undefined as never;
}
