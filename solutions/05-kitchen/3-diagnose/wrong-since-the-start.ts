// Assumes that eventLoopUtilization() measures from the call. (Without an argument, it measures from the start of the program.)
// Fails: does not depend on what the program has done before the call
// Fails: keeps nothing from one call to the next
// Says: that time does not count
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, _probe: Probe): Promise<'io' | 'cpu'> {
  await f();
  return performance.eventLoopUtilization().utilization > 0.5 ? 'cpu' : 'io';
}
