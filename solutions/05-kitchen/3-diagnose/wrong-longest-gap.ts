// Takes only the beat that was most late, not all of them together.
// Fails: decides by the larger share when waiting and computing alternate
// Fails: decides by the sum, not by the longest piece
// Says: Your timers were late by 475 ms in all.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let last = start;
  let longest = 0;
  const check = () => {
    longest = Math.max(longest, probe.now() - last - 5);
    last = probe.now();
  };
  const stop = probe.every(5, check);
  try {
    await f();
    check();
    return longest > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
