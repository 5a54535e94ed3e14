// A promise made by hand, with a counter of the pots that are left.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export function cook(pots: number, k: Kitchen): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = pots;
    if (left === 0) resolve();
    for (let pot = 0; pot < pots; pot++) {
      k.stir(2);
      k.simmer(100).then(() => {
        k.stir(2);
        if (--left === 0) resolve();
      }, reject);
    }
  });
}
