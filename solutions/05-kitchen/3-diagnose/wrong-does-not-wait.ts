// Judges when f has been called, whatever it promised.
// Fails: tells waiting from calculating
// Fails: does not go by whether it is async
// Fails: does not go by how long it takes
// Fails: does not go by what it does first, or last
// Fails: weighs the one against the other where they come by turns
// Fails: counts as waiting only the time in which nobody calculates
// Fails: calls it once, and stops its heartbeat
// Fails: passes a failure on, and stops its heartbeat then too
// Says: Of the 140 ms that it took, it calculated for 100 and waited for 40. The answer came at 0 ms, before it was over.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let beats = 0;
  const stop = probe.every(5, () => {
    beats++;
  });
  f();
  stop();
  return beats * 5 < (probe.now() - start) / 2 ? 'cpu' : 'io';
}
