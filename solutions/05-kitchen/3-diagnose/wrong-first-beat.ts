// Looks only at the first beat.
// Fails: fulfils with 'cpu' when f mostly computes, and with 'io' when it mostly waits
// Fails: does not depend on what f returns, or fulfils with
// Fails: does not depend on how long f takes
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and computing alternate
// Fails: decides by the sum, not by the longest piece
// Says: Your timers were late by 100 ms in all.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let late: number | undefined;
  const stop = probe.every(10, () => {
    late ??= probe.now() - start - 10;
  });
  try {
    await f();
    return (late ?? probe.now() - start - 10) > 0 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
