// Lets a second call wait for the first one. (The stove has room for the pots of both.)
// Fails: cooks for two callers at the same time
// Says: It took 214 ms; expected 112 ms.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

let evening: Promise<unknown> = Promise.resolve();

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const cookOne = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  if (pots === 0) return;
  const before = evening;
  evening = before.then(() => Promise.all(Array.from({ length: pots }, cookOne)));
  await evening;
}
