// Catches the error of f, and does not throw it again.
// Fails: rejects with the same error when f rejects, and stops the heartbeat in that case too
// Fails: rejects with the same error when f throws, and stops the heartbeat
// Says: 'f' failed at 100 ms. That error was handled, but not passed on. Does a catch turn it into a value?
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let beats = 0;
  const stop = probe.every(2, () => {
    beats++;
  });
  try {
    await f();
  } catch {
    // Its time counts all the same.
  }
  stop();
  return beats < Math.floor((probe.now() - start) / 2) / 2 ? 'cpu' : 'io';
}
