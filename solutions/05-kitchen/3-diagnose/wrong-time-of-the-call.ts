// Assumes that f calculates only during the call, and waits until it settles. (It may calculate after each await.)
// Fails: fulfils with 'cpu' when f mostly calculates, and with 'io' when it mostly waits
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and calculating alternate
// Says: It fulfilled with 'io' at 140 ms; expected 'cpu'.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  const result = f();
  const calculated = probe.now() - start;
  await result;
  const waited = probe.now() - start - calculated;
  return calculated > waited ? 'cpu' : 'io';
}
