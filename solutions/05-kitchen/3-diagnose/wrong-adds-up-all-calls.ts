// Adds up the lateness of all calls.
// Fails: fulfils with 'cpu' when f mostly computes, and with 'io' when it mostly waits
// Fails: does not depend on whether f is async
// Fails: does not depend on what f returns, or fulfils with
// Fails: does not depend on how long f takes
// Fails: does not depend on what the program has done before the call
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and computing alternate
// Fails: decides by the sum, not by the longest piece
// Fails: keeps nothing from one call to the next
// Says: the thread was free, and the work only waited.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

let late = 0;

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let last = start;
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
