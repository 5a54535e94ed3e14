// Calls `sleep` in each of two branches: one for the line, one for the answer.
// Fails: then calls 'sleep(500)', once
// Fails: then fulfils with 42
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: Each call starts the work again.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const line = sleep(500).then(() => log('done'));
  const number = sleep(500).then(() => 42);
  const [, result] = await Promise.all([line, number]);
  return result;
}
