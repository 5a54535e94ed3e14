// Assumes that one late beat means 'cpu'. (It may have waited for the rest of the time.)
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and computing alternate
// Fails: decides by the sum, not by the longest piece
// Says: the work computed for 40 ms, and only waited for 300 ms.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  let due = probe.now() + 5;
  let isLate = false;
  const check = () => {
    isLate ||= probe.now() > due;
    due = probe.now() + 5;
  };
  const stop = probe.every(5, check);
  try {
    await f();
    check();
    return isLate ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
