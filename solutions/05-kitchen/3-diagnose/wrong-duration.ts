// Assumes that a function that takes long calculates. (It may wait all the time.)
// Fails: fulfils with 'cpu' when f mostly calculates, and with 'io' when it mostly waits
// Fails: does not depend on whether f is async
// Fails: does not depend on how long f takes
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and calculating alternate
// Says: It fulfilled with 'cpu' at 100 ms; expected 'io'.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  await f();
  return probe.now() - start > 50 ? 'cpu' : 'io';
}
