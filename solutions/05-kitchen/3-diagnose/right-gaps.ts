// Records the time of each beat; a gap longer than the interval is time in which the thread was blocked.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const times = [probe.now()];
  const stop = probe.every(5, () => times.push(probe.now()));
  return new Promise((resolve) => resolve(f()))
    .then(() => {
      times.push(probe.now());
      const gaps = times.slice(1).map((time, i) => time - (times[i] as number));
      const total = gaps.reduce((sum, gap) => sum + gap, 0);
      const busy = gaps.filter((gap) => gap > 5).reduce((sum, gap) => sum + gap, 0);
      return busy > total / 2 ? ('cpu' as const) : ('io' as const);
    })
    .finally(stop);
}
