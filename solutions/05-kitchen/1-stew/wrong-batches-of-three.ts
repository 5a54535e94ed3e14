// Cooks three pots at a time, as many as the examples have.
// Fails: has room on the stove for every pot
// Says: It took 320 ms; expected 116 ms.
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
  for (let left = pots; left > 0; left -= 3) {
    await Promise.all(Array.from({ length: Math.min(3, left) }, cookOne));
  }
}
