// Throws in its call what f throws. (The caller has no promise then, on which it could handle that.)
// Fails: rejects with the same error when f throws, and stops the heartbeat
// Says: It fulfilled with 'thrown by kindOf itself'
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let last = start;
  let late = 0;
  const beat = () => {
    const now = probe.now();
    late += Math.max(0, now - last - 5);
    last = now;
  };
  const stop = probe.every(5, beat);
  const measure = async (result: unknown): Promise<'io' | 'cpu'> => {
    try {
      await result;
      beat();
      return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
    } finally {
      stop();
    }
  };
  try {
    return measure(f());
  } catch (error) {
    stop();
    throw error;
  }
}
