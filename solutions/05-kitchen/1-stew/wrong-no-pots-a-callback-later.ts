// Yields also when there are no pots.
// Fails: fulfils immediately when there are no pots
// Says: the promise fulfils before any other callback runs.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  if (pots === 0) await new Promise((resolve) => setImmediate(resolve));
  const cookOne = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  await Promise.all(Array.from({ length: pots }, cookOne));
}
