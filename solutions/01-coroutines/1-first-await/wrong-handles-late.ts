// Attaches its handler a moment after the call of `sleep`. (A promise that has rejected by then had none.)
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: rejected at 0 ms, and handled too late
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const pause = sleep(500);
  await new Promise(setImmediate);
  await pause;
  log('done');
  return 42;
}
