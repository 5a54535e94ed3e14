// Assumes that a reason is always truthy. (A promise may reject with `undefined`.)
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: Does your code test the reason itself
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const error = await sleep(500).then(
    () => undefined,
    (reason) => reason,
  );
  if (error) throw error;
  log('done');
  return 42;
}
