// Calls f twice: first to measure how long it takes, and again to count the beats.
// Fails: calls f once and immediately, and stops the heartbeat
// Fails: keeps nothing from one call to the next
// Says: Each call starts the work again. Call once: one promise can be awaited many times.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  await f();
  const first = probe.now() - start;
  let beats = 0;
  const stop = probe.every(2, () => {
    beats++;
  });
  try {
    await f();
  } finally {
    stop();
  }
  return beats < Math.floor(first / 2) / 2 ? 'cpu' : 'io';
}
