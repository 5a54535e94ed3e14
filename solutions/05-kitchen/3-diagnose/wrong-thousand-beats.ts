// Counts a thousand beats at most.
// Fails: does not depend on how long f takes
// Says: In these 15100 ms the work computed for 10000 ms, and only waited for 5100 ms.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let last = start;
  let late = 0;
  let beats = 0;
  const beat = () => {
    const now = probe.now();
    if (beats++ < 1000) late += Math.max(0, now - last - 5);
    last = now;
  };
  const stop = probe.every(5, beat);
  try {
    await f();
    beat();
    return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
