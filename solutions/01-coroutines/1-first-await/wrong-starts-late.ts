// Gives way before it has done anything, so that nothing is heard of it in the call.
// Fails: logs calculating before the call gives control back
// Says: An async function runs at once when it is called, up to its first await.
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
