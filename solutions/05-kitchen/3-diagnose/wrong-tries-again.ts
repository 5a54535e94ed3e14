// Calls f a second time when it rejects.
// Fails: rejects with the same error when f rejects, and stops the heartbeat in that case too
// Says: 'f' failed at 100 ms, and was started again after that.
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
  try {
    try {
      await f();
    } catch {
      await f();
    }
    beat();
    return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
