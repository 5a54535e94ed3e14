// Returns the promise in flight to a second call. (Each call logs and sleeps for itself.)
// Fails: does all of this for each call, also for a call during another one
// Says: expected 'second: calculating' at 217 ms
let inFlight: Promise<number> | undefined;

export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  inFlight ??= work(log, sleep).finally(() => {
    inFlight = undefined;
  });
  return inFlight;
}

async function work(log: (line: string) => void, sleep: (ms: number) => Promise<void>) {
  log('calculating');
  await sleep(500);
  log('done');
  return 42;
}
