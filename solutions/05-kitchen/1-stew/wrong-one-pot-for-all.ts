// Cooks one pot, however many were ordered.
// Fails: stirs every pot twice, and lets it simmer once
// Fails: cooks three pots in 108 ms
// Fails: has room on the stove for every pot
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Fails: cooks for two callers at the same time
// Fails: fulfils immediately when there are no pots
// Says: 'stir' was started 2 times, at 0 and 102 ms; expected 6 times.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}
