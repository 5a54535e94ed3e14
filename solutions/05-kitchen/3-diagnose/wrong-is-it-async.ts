// Assumes that a function that returns a promise waits. (It may compute most of the time.)
// Fails: fulfils with 'cpu' when f mostly computes, and with 'io' when it mostly waits
// Fails: does not depend on whether f is async
// Fails: does not depend on what f returns, or fulfils with
// Fails: does not depend on how long f takes
// Fails: does not depend on what the program has done before the call
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and computing alternate
// Fails: decides by the sum, not by the longest piece
// Fails: does not count time as waiting while f computes
// Says: In these 140 ms the work computed for 100 ms, and only waited for 40 ms.
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
