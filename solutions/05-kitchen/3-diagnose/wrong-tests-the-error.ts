// Keeps the error, and tests it later. (A promise may reject with undefined, and then there is nothing to test.)
// Fails: rejects with the same error when f rejects, and stops the heartbeat in that case too
// Fails: rejects with the same error when f throws, and stops the heartbeat
// Says: Does your code test the reason itself, as in if (error)?
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let last = start;
  let late = 0;
  let failure: unknown;
  const beat = () => {
    const now = probe.now();
    late += Math.max(0, now - last - 5);
    last = now;
  };
  const stop = probe.every(5, beat);
  try {
    await f();
  } catch (error) {
    failure = error;
  }
  beat();
  stop();
  if (failure) throw failure;
  return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
}
