// Asks every 2 ms whether all the pots are done. (All the times of the kata are even.)
// Fails: fulfils as soon as the last pot is done
// Says: what waits for the event loop is late
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  let left = pots;
  for (let pot = 0; pot < pots; pot++) {
    k.stir(2);
    k.simmer(100).then(() => {
      k.stir(2);
      left--;
    });
  }
  while (left > 0) await new Promise((resolve) => setTimeout(resolve, 2));
}
