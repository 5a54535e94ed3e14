// Resolves only when a pot is done; with no pots, no handler ever runs.
// Fails: fulfils immediately when there are no pots
// Says: With no pots there is nothing to wait for
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export function cook(pots: number, k: Kitchen): Promise<void> {
  return new Promise((resolve, reject) => {
    let done = 0;
    for (let pot = 0; pot < pots; pot++) {
      k.stir(2);
      k.simmer(100).then(() => {
        k.stir(2);
        done++;
        if (done === pots) resolve();
      }, reject);
    }
  });
}
