// Returns nothing when nothing is ordered. (The caller awaits a promise, or calls its `then`.)
// Fails: fulfils immediately when nothing is ordered
// Says: returned no promise
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export function dinner(order: { stews: number; sushi: number }, k: Kitchen): Promise<void> {
  if (order.stews === 0 && order.sushi === 0) return undefined as unknown as Promise<void>;
  return make(order, k);
}

async function make(order: { stews: number; sushi: number }, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  const stews = Array.from({ length: order.stews }, stew);
  for (let i = 0; i < order.sushi; i++) k.slice(50);
  await Promise.all(stews);
}
