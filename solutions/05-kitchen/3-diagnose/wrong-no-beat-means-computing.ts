// Says cpu when no beat came. (A short wait ends before the first beat.)
// Fails: does not depend on how long f takes
// Says: In all the 3 ms nothing was computed
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let beats = 0;
  const stop = probe.every(5, () => beats++);
  try {
    await f();
  } finally {
    stop();
  }
  return beats < (probe.now() - start) / 10 ? 'cpu' : 'io';
}
