// Decides when a beat is due but has not run yet, and does not count it.
// Fails: does not depend on whether f is async
// Fails: does not depend on what f returns, or fulfils with
// Fails: does not depend on how long f takes
// Fails: does not depend on what the program has done before the call
// Fails: does not depend on what f does first or last
// Fails: keeps nothing from one call to the next
// Says: A timer that was due at 5 ms was cleared at 100 ms, before it could fire. So it was late, too.
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
