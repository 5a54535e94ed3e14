// `Promise.allSettled` tells whether the sleep has fulfilled or rejected.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const [outcome] = await Promise.allSettled([sleep(500)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  log('done');
  return 42;
}
