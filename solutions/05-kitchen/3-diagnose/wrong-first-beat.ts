// Looks at the first beat only.
// Fails: tells waiting from calculating
// Fails: does not go by what it does first, or last
// Fails: weighs the one against the other where they come by turns
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
