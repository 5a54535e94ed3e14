// Leaves the heartbeat running.
// Fails: tells waiting from calculating
// Fails: does not go by whether it is async
// Fails: does not go by how long it takes
// Fails: does not go by what it does first, or last
// Fails: weighs the one against the other where they come by turns
// Fails: counts as waiting only the time in which nobody calculates
// Fails: calls it once, and stops its heartbeat
// Fails: passes a failure on, and stops its heartbeat then too
// Says: an interval set at 0 ms, due at 140 ms
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let beats = 0;
  probe.every(2, () => {
    beats++;
  });
  await f();
  return beats < (probe.now() - start) / 4 ? 'cpu' : 'io';
}
