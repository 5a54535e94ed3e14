// Takes one late beat for a proof.
// Fails: does not go by what it does first, or last
// Fails: weighs the one against the other where they come by turns
// Says: Of the 340 ms that it took, it calculated for 40 and waited for 300.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  let due = probe.now() + 5;
  let isLate = false;
  const check = () => {
    isLate ||= probe.now() > due;
    due = probe.now() + 5;
  };
  const stop = probe.every(5, check);
  try {
    await f();
    check();
    return isLate ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
