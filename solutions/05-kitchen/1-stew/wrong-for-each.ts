// forEach does not wait for what its callback promises.
// Fails: stirs a pot, lets it simmer, and stirs it again
// Fails: cooks one pot in 104 ms
// Fails: cooks three pots in 108 ms
// Fails: stirs each of three pots when it has simmered
// Says: simmer, at work since 2 ms What was started must be waited for, or stopped, before the caller hears.
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
