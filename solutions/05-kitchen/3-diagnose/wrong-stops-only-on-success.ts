// Stops the heartbeat after the await, in a line that does not run when f rejects.
// Fails: rejects with the same error when f rejects, and stops the heartbeat in that case too
// Fails: rejects with the same error when f throws, and stops the heartbeat
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
  return beats < Math.floor((probe.now() - start) / 2) / 2 ? 'cpu' : 'io';
}
