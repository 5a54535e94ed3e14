// Counts how many beats were late and how many on time, but not how late they were.
// Fails: fulfils with 'cpu' when f mostly computes, and with 'io' when it mostly waits
// Fails: does not depend on what f returns, or fulfils with
// Fails: does not depend on how long f takes
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and computing alternate
// Fails: decides by the sum, not by the longest piece
// Fails: does not count time as waiting while f computes
// Says: the work computed for 100 ms, and only waited for 40 ms. Your timers were late by 100 ms in all.
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
