// Starts each pot in time, but stirs none of them again before all have simmered.
// Fails: cooks three pots in 108 ms
// Fails: has room on the stove for every pot
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Fails: cooks for two callers at the same time
// Says: Is it awaited together with others, or after them?
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const onTheStove: Promise<void>[] = [];
  for (let pot = 0; pot < pots; pot++) {
    k.stir(2);
    onTheStove.push(k.simmer(100));
  }
  await Promise.all(onTheStove);
  for (let pot = 0; pot < pots; pot++) k.stir(2);
}
