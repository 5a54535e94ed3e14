// Slices a sushi after each stew that is put on, but never more sushi than stews.
// Fails: makes any other order without a gap that could be filled
// Says: Stews: 1, sushi: 3.
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
  const stews = Array.from({ length: order.stews }, stew);
  const most = order.stews || order.sushi;
  for (let i = 0; i < Math.min(most, order.sushi); i++) k.slice(50);
  await Promise.all(stews);
}
