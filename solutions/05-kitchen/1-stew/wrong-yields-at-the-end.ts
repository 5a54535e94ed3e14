// Awaits an immediate at the end. (Other callbacks run before it, for as long as they like.)
// Fails: fulfils as soon as the last pot is done
// Says: what waits for the event loop is late
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
  await Promise.all(Array.from({ length: pots }, cookOne));
  if (pots > 0) await new Promise((resolve) => setImmediate(resolve));
}
