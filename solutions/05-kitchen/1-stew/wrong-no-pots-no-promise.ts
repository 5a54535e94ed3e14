// Returns nothing when there are no pots. (The caller awaits a promise, or calls its `then`.)
// Fails: fulfils immediately when there are no pots
// Says: It fulfilled with 'returned no promise' at 0 ms
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export function cook(pots: number, k: Kitchen): Promise<void> {
  if (pots === 0) return undefined as unknown as Promise<void>;
  const cookOne = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  return Promise.all(Array.from({ length: pots }, cookOne)).then(() => {});
}
