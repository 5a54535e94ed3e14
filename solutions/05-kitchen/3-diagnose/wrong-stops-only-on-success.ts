// Stops the heartbeat behind the await, where a failure never comes.
// Fails: passes a failure on, and stops its heartbeat then too
// Says: an interval set at 0 ms, due at 100 ms
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let beats = 0;
  const stop = probe.every(2, () => {
    beats++;
  });
  await f();
  stop();
  return beats < (probe.now() - start) / 4 ? 'cpu' : 'io';
}
