// Compares the number of beats with the number that the time had room for.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, { now, every }: Probe): Promise<'io' | 'cpu'> {
  const start = now();
  let beats = 0;
  const stop = every(2, () => {
    beats++;
  });
  try {
    await f();
  } finally {
    stop();
  }
  const possible = Math.floor((now() - start) / 2);
  return beats < possible / 2 ? 'cpu' : 'io';
}
