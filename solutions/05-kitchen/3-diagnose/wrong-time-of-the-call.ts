// Assumes that f computes only during the call, and waits until it settles. (It may compute after each await.)
// Fails: fulfils with 'cpu' when f mostly computes, and with 'io' when it mostly waits
// Fails: does not depend on what f returns, or fulfils with
// Fails: does not depend on how long f takes
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and computing alternate
// Fails: decides by the sum, not by the longest piece
// Says: In these 140 ms the work computed for 100 ms, and only waited for 40 ms.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  const result = f();
  const computed = probe.now() - start;
  await result;
  const waited = probe.now() - start - computed;
  return computed > waited ? 'cpu' : 'io';
}
