// Says cpu when two fifths of the time was computed.
// Fails: decides by the larger share when waiting and computing alternate
// Says: In these 800 ms the work computed for 360 ms, and only waited for 440 ms.
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
    return late > (probe.now() - start) * 0.4 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
