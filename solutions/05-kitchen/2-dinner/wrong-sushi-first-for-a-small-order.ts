// Slices first when there is only one stew.
// Fails: makes any other order without a gap that could be filled
// Says: First start the work that waits, then compute.
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

interface Order {
  stews: number;
  sushi: number;
}

export async function dinner(order: Order, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  if (order.stews === 1) for (let i = 0; i < order.sushi; i++) k.slice(50);
  const stews = Array.from({ length: order.stews }, stew);
  if (order.stews !== 1) for (let i = 0; i < order.sushi; i++) k.slice(50);
  await Promise.all(stews);
}
