// Counts the pots of all calls together.
// Fails: cooks for two callers at the same time
// Says: Think of the last result, of a result that is undefined, and of several callers.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

let left = 0;

export function cook(pots: number, k: Kitchen): Promise<void> {
  if (pots === 0) return Promise.resolve();
  left += pots;
  return new Promise((resolve) => {
    for (let pot = 0; pot < pots; pot++) {
      k.stir(2);
      k.simmer(100).then(() => {
        k.stir(2);
        if (--left === 0) resolve();
      });
    }
  });
}
