// Leaves out the second stirring.
// Fails: stirs every pot twice, and lets it simmer once
// Fails: cooks one pot in 104 ms
// Fails: cooks three pots in 108 ms
// Fails: has room on the stove for every pot
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Fails: fulfils as soon as the last pot is done
// Fails: cooks for two callers at the same time
// Says: 'stir' was started 3 times, at 0, 2 and 4 ms; expected 6 times.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const cookOne = () => {
    k.stir(2);
    return k.simmer(100);
  };
  await Promise.all(Array.from({ length: pots }, cookOne));
}
