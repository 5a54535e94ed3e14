// Sees to it that a failing f does no harm.
// Fails: passes a failure on, and stops its heartbeat then too
// Says: f failed at 100 ms, and the failure was swallowed on its way to the caller.
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
  try {
    await f();
  } catch {
    // It has taken its time all the same.
  }
  stop();
  return beats < (probe.now() - start) / 4 ? 'cpu' : 'io';
}
