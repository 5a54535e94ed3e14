// Calls f outside of `try`. (It may throw before it returns a promise.)
// Fails: rejects with the same error when f throws, and stops the heartbeat
// Says: an interval set at 0 ms, due at 5 ms
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let last = start;
  let late = 0;
  const beat = () => {
    const now = probe.now();
    late += Math.max(0, now - last - 5);
    last = now;
  };
  const stop = probe.every(5, beat);
  const result = f();
  try {
    await result;
    beat();
    return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
