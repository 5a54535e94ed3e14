// Logs 'done' in a `finally`. (That also runs when the sleep has rejected.)
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: It logged 'done' at 217 ms
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  try {
    log('calculating');
    await sleep(500);
    return 42;
  } finally {
    log('done');
  }
}
