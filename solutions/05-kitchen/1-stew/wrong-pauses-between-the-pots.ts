// Sleeps for 0 ms between two pots. (0 means 1 in Node.)
// Fails: cooks three pots in 108 ms
// Fails: has room on the stove for every pot
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Says: your code waited for a timer, set at 2 ms.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const cookOne = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  const cooking: Promise<void>[] = [];
  for (let pot = 0; pot < pots; pot++) {
    if (pot > 0) await new Promise((resolve) => setTimeout(resolve, 0));
    cooking.push(cookOne());
  }
  await Promise.all(cooking);
}
