// Takes everything that is longer than 10 s for computing. (A slow server is slow, too.)
// Fails: does not depend on how long f takes
// Says: In all the 11000 ms nothing was computed
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
    await f();
    beat();
    const total = probe.now() - start;
    return total > 10_000 || late > total / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
