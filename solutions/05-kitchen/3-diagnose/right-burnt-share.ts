// Reads eventLoopUtilization: for how much of the time the event loop was busy.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, _probe: Probe): Promise<'io' | 'cpu'> {
  const before = performance.eventLoopUtilization();
  await f();
  return performance.eventLoopUtilization(before).utilization > 0.5 ? 'cpu' : 'io';
}
