// Has a stove with fifty places. (The stove of this kata has room for every pot.)
// Fails: has room on the stove for every pot
// Says: It took 306 ms; expected 204 ms.
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
  for (let left = pots; left > 0; left -= 50) {
    await Promise.all(Array.from({ length: Math.min(50, left) }, cookOne));
  }
}
