// Awaits each pot before it starts the next one.
// Fails: cooks three pots in 108 ms
// Fails: has room on the stove for every pot
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Fails: cooks for two callers at the same time
// Says: From 2 to 102 ms the CPU was idle. Could 'stir', which started at 104 ms, have run in that time?
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  for (let pot = 0; pot < pots; pot++) {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  }
}
