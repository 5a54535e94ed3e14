// Uses forEach, which does not await the promises of its callback.
// Fails: stirs every pot twice, and lets it simmer once
// Fails: cooks one pot in 104 ms
// Fails: cooks three pots in 108 ms
// Fails: has room on the stove for every pot
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Fails: fulfils as soon as the last pot is done
// Fails: cooks for two callers at the same time
// Says: Await the work that you start, or stop it, before your function settles.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  Array.from({ length: pots }).forEach(async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  });
}
