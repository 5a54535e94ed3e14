// Reads process.cpuUsage: for how long the process used a CPU.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, { now }: Probe): Promise<'io' | 'cpu'> {
  const start = now();
  const before = process.cpuUsage();
  await f();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 > (now() - start) / 2 ? 'cpu' : 'io';
}
