// Puts the pots on and stirs when they come off.
// Fails: stirs a pot, lets it simmer, and stirs it again
// Fails: cooks three pots in 108 ms
// Fails: stirs each of three pots when it has simmered
// Says: stir was started at 100 ms, just when simmer had ended; it could have started at 0 ms.
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
