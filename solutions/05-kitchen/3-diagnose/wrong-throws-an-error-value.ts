// Throws what f fulfils with, if that is an Error. (An Error as a value is no rejection.)
// Fails: does not depend on what f returns, or fulfils with
// Says: When 'f' fulfils with Error('this is a value'):
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
    const value = await f();
    if (value instanceof Error) throw value;
    beat();
    return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
