// Asks every 2 ms whether all the stews are done. (All the times of the kata are even.)
// Fails: fulfils as soon as the last stew is done
// Says: what waits for the event loop is late
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function dinner(order: { stews: number; sushi: number }, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  const stews = Array.from({ length: order.stews }, stew);
  for (let i = 0; i < order.sushi; i++) k.slice(50);
  let left = order.stews;
  for (const each of stews) each.then(() => left--);
  while (left > 0) await new Promise((resolve) => setTimeout(resolve, 2));
}
