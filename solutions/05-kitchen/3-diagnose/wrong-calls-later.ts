// Calls f after a pause, so that the heartbeat has begun.
// Fails: calls f once and immediately, and stops the heartbeat
// Says: A timer fired at 5 ms, which was set at 0 ms. Did that start 'wait'?
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
    await new Promise((resolve) => setTimeout(resolve, 5));
    await f();
    beat();
    return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
