// Decides before the promise of f has settled.
// Fails: fulfils with 'cpu' when f mostly computes, and with 'io' when it mostly waits
// Fails: does not depend on whether f is async
// Fails: does not depend on what f returns, or fulfils with
// Fails: does not depend on how long f takes
// Fails: does not depend on what the program has done before the call
// Fails: does not depend on what f does first or last
// Fails: decides by the larger share when waiting and computing alternate
// Fails: decides by the sum, not by the longest piece
// Fails: does not count time as waiting while f computes
// Fails: calls f once and immediately, and stops the heartbeat
// Fails: keeps nothing from one call to the next
// Fails: rejects with the same error when f rejects, and stops the heartbeat in that case too
// Fails: rejects with the same error when f throws, and stops the heartbeat
// Says: The answer came at 0 ms, before the work had ended.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let beats = 0;
  const stop = probe.every(5, () => {
    beats++;
  });
  f();
  stop();
  return beats * 5 < (probe.now() - start) / 2 ? 'cpu' : 'io';
}
