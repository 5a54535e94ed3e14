// Forgets that the stove takes its time.
// Fails: stirs a pot, lets it simmer, and stirs it again
// Fails: cooks one pot in 104 ms
// Fails: cooks three pots in 108 ms
// Fails: stirs each of three pots when it has simmered
// Says: stir was started at 2 ms, while simmer was still at work; expected 102 ms. Calling a function starts its work, whether or not anybody awaits it.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  for (let pot = 0; pot < pots; pot++) {
    k.stir(2);
    k.simmer(100);
    k.stir(2);
  }
}
