// Judges before the beat that is due has had a chance to come.
// Fails: does not go by whether it is async
// Fails: does not go by how long it takes
// Fails: does not go by what it does first, or last
// Says: A timer that was due at 5 ms was cleared at 100 ms, before it had a chance to fire: it was late as well.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let due = start + 5;
  let late = 0;
  const stop = probe.every(5, () => {
    late += probe.now() - due;
    due = probe.now() + 5;
  });
  try {
    await f();
    return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
