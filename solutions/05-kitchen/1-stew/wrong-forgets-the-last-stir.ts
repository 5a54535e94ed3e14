// Takes the pots off as soon as they have simmered.
// Fails: stirs a pot, lets it simmer, and stirs it again
// Fails: cooks one pot in 104 ms
// Fails: cooks three pots in 108 ms
// Fails: stirs each of three pots when it has simmered
// Says: stir was started 1 time; expected 2.
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
