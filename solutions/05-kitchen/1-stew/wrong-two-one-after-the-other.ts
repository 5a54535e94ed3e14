// Cooks two pots one after the other. (Only one and three are told in ms.)
// Fails: has room on the stove for every pot
// Fails: cooks for two callers at the same time
// Says: expected 106 ms.
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
  if (pots === 2) {
    await cookOne();
    await cookOne();
    return;
  }
  await Promise.all(Array.from({ length: pots }, cookOne));
}
