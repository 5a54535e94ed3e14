// Lets each pot simmer first, and stirs it only afterwards, twice.
// Fails: cooks three pots in 108 ms
// Fails: has room on the stove for every pot
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Fails: cooks for two callers at the same time
// Says: From 0 to 100 ms the CPU was idle. Could 'stir', which started at 102 ms, have run in that time?
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const cookOne = async () => {
    await k.simmer(100);
    k.stir(2);
    k.stir(2);
  };
  await Promise.all(Array.from({ length: pots }, cookOne));
}
