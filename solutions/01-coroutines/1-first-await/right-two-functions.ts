// Two functions: the upper half runs during the call, the lower half when the sleep has fulfilled.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  const pause = begin(log, sleep);
  await pause;
  return end(log);
}

function begin(log: (line: string) => void, sleep: (ms: number) => Promise<void>): Promise<void> {
  log('calculating');
  return sleep(500);
}

function end(log: (line: string) => void): number {
  log('done');
  return 42;
}
