// Counts late beats against beats in time, and not how late they were.
// Fails: tells waiting from calculating
// Fails: does not go by what it does first, or last
// Fails: weighs the one against the other where they come by turns
// Fails: counts as waiting only the time in which nobody calculates
// Says: Of the 140 ms that it took, it calculated for 100 and waited for 40.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  let last = probe.now();
  let late = 0;
  let inTime = 0;
  const check = () => {
    if (probe.now() - last > 5) late++;
    else inTime++;
    last = probe.now();
  };
  const stop = probe.every(5, check);
  try {
    await f();
    check();
    return late > inTime ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
