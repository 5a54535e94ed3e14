// Cooks everything in one pot, whatever was ordered.
// Fails: cooks three pots in 108 ms
// Fails: stirs each of three pots when it has simmered
// Says: simmer was started 1 time (at 2 ms); expected 3 times.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}
