// Assumes that a function that returns a promise waits. (It may calculate most of the time.)
// Fails: fulfils with 'cpu' when f mostly calculates, and with 'io' when it mostly waits
// Fails: does not depend on whether f is async
// Fails: does not depend on how long f takes
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and calculating alternate
// Fails: does not count time as waiting while f calculates
// Says: It fulfilled with 'io' at 140 ms; expected 'cpu'.
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
