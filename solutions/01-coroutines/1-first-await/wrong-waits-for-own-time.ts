// Keeps the reason until its 500 ms are over. (A rejection is passed on at its own time.)
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: A timer of your code fired at 500 ms: does your code poll?
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  let failure: { reason: unknown } | undefined;
  const pause = sleep(500).catch((reason) => {
    failure = { reason };
  });
  await Promise.all([pause, new Promise((resolve) => setTimeout(resolve, 500))]);
  if (failure) throw failure.reason;
  log('done');
  return 42;
}
