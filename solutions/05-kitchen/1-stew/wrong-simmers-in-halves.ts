// Puts each pot on the stove twice, for 50 ms each.
// Fails: stirs every pot twice, and lets it simmer once
// Fails: has room on the stove for every pot
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Fails: fulfils as soon as the last pot is done
// Says: 'simmer' was started 6 times
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const cookOne = async () => {
    k.stir(2);
    await k.simmer(50);
    await k.simmer(50);
    k.stir(2);
  };
  await Promise.all(Array.from({ length: pots }, cookOne));
}
