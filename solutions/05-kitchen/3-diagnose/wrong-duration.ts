// Takes what is slow for a calculation.
// Fails: tells waiting from calculating
// Fails: does not go by whether it is async
// Fails: does not go by how long it takes
// Fails: does not go by what it does first, or last
// Fails: weighs the one against the other where they come by turns
// Says: It gave 'cpu' at 100 ms; expected 'io'. In all the 100 ms that it took nobody calculated: it waited.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  await f();
  return probe.now() - start > 50 ? 'cpu' : 'io';
}
