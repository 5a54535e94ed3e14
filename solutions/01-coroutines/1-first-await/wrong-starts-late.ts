// Gives way before it has done anything, as a Python coroutine would.
// Fails: logs calculating before the call gives control back
// Says: but only after the call had given control back to its caller
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
