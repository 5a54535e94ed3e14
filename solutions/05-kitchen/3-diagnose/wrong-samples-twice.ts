// Calls f twice: first to measure how long it takes, and again to count the beats.
// Fails: calls f once, and stops the heartbeat
// Says: 'f' was started 2 times, at 0 and 100 ms; expected once. Each call starts the work anew
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  await f();
  const first = probe.now() - start;
  let beats = 0;
  const stop = probe.every(2, () => {
    beats++;
  });
  try {
    await f();
  } finally {
    stop();
  }
  return beats < first / 4 ? 'cpu' : 'io';
}
