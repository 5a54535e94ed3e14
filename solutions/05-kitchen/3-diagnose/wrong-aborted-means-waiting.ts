// Takes an AbortError for the end of a wait, and not for a failure.
// Fails: rejects with the same error when f rejects, and stops the heartbeat in that case too
// Fails: rejects with the same error when f throws, and stops the heartbeat
// Says: It fulfilled with 'io' at 100 ms; expected a rejection with AbortError('stopped by its own').
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
    return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } catch (error) {
    if ((error as Error)?.name === 'AbortError') return 'io';
    throw error;
  } finally {
    stop();
  }
}
