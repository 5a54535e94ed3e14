// Takes all the pots through each step together, so no pot simmers before all are stirred.
// Fails: cooks three pots in 108 ms
// Fails: has room on the stove for every pot
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Fails: cooks for two callers at the same time
// Says: From 6 to 106 ms the CPU was idle. First start the work that waits, then compute.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  for (let pot = 0; pot < pots; pot++) k.stir(2);
  await Promise.all(Array.from({ length: pots }, () => k.simmer(100)));
  for (let pot = 0; pot < pots; pot++) k.stir(2);
}
