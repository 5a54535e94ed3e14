// Returns the promise in flight to a call with the same `log`. (Each call logs and sleeps for itself.)
// Fails: does all of this for each call, also for a call during another one
// Says: expected 'calculating' at 131 ms
type Log = (line: string) => void;

const inFlight = new Map<Log, Promise<number>>();

export function answer(log: Log, sleep: (ms: number) => Promise<void>): Promise<number> {
  let answering = inFlight.get(log);
  if (!answering) {
    answering = calculate(log, sleep).finally(() => inFlight.delete(log));
    inFlight.set(log, answering);
  }
  return answering;
}

async function calculate(log: Log, sleep: (ms: number) => Promise<void>): Promise<number> {
  log('calculating');
  await sleep(500);
  log('done');
  return 42;
}
