// Compares the longest computation with the longest wait.
// Fails: decides by the sum, not by the longest piece
// Says: In these 580 ms the work computed for 220 ms, and only waited for 360 ms.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  let last = probe.now();
  let computed = 0;
  let waited = 0;
  let wait = 0;
  const beat = () => {
    const now = probe.now();
    if (now - last > 10) {
      computed = Math.max(computed, now - last);
      wait = 0;
    } else {
      wait += now - last;
      waited = Math.max(waited, wait);
    }
    last = now;
  };
  const stop = probe.every(5, beat);
  try {
    await f();
    beat();
    return computed > waited ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
