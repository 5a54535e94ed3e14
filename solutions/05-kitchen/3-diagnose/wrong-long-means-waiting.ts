// Assumes that a function that takes long waits. (It may compute all the time.)
// Fails: fulfils with 'cpu' when f mostly computes, and with 'io' when it mostly waits
// Fails: does not depend on whether f is async
// Fails: does not depend on what f returns, or fulfils with
// Fails: does not depend on how long f takes
// Fails: does not depend on what the program has done before the call
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and computing alternate
// Fails: decides by the sum, not by the longest piece
// Fails: keeps nothing from one call to the next
// Says: In all the 100 ms nothing was computed: the thread was free, and the work only waited.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  await f();
  return probe.now() - start > 500 ? 'io' : 'cpu';
}
