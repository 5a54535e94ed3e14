// Asks every ms whether the sleep has settled. (A promise calls its handlers by itself.)
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: It rejected with Error('broken') at 1 ms; expected at 0 ms.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  let outcome: { failed: boolean; reason?: unknown } | undefined;
  sleep(500).then(
    () => {
      outcome = { failed: false };
    },
    (reason) => {
      outcome = { failed: true, reason };
    },
  );
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 1));
  if (outcome.failed) throw outcome.reason;
  log('done');
  return 42;
}
