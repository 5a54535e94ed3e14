// Takes what gives a promise for something that waits.
// Fails: tells waiting from calculating
// Fails: does not go by whether it is async
// Fails: does not go by how long it takes
// Fails: does not go by what it does first, or last
// Fails: weighs the one against the other where they come by turns
// Fails: counts as waiting only the time in which nobody calculates
// Says: It gave 'io' at 140 ms; expected 'cpu'. Of the 140 ms that it took, it calculated for 100 and waited for 40.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const result = f();
  const isPromise = result instanceof Promise;
  await result;
  return isPromise ? 'io' : 'cpu';
}
