// Looks only at the first beat.
// Fails: fulfils with 'cpu' when f mostly calculates, and with 'io' when it mostly waits
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and calculating alternate
// Says: It gave 'io' at 140 ms; expected 'cpu'. Of the 140 ms that it took, it calculated for 100 and waited for 40.
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
