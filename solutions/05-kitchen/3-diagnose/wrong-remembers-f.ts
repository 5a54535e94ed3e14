// Measures each function only once. (It may do something else the next time.)
// Fails: keeps nothing from one call to the next
// Says: The same f waited when it was called first, and computed when it was called again.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

const known = new Map<() => unknown, 'io' | 'cpu'>();

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const before = known.get(f);
  if (before) return before;
  const kind = await measure(f, probe);
  known.set(f, kind);
  return kind;
}

async function measure(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
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
  } finally {
    stop();
  }
}
