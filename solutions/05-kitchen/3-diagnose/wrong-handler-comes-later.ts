// Awaits the promise of f only after a pause. (It may have rejected already.)
// Fails: rejects with the same error when f rejects, and stops the heartbeat in that case too
// Says: rejected at 0 ms, and unhandled until 1 ms
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
    const result = f();
    await new Promise((resolve) => setTimeout(resolve, 1));
    await result;
    beat();
    return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
