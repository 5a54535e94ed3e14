// Slices in the next iteration of the event loop, which comes in the same ms.
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
  const { sushi } = order;
  if (sushi > 0) {
    await new Promise((resolve) => setImmediate(resolve));
    for (let i = 0; i < sushi; i++) k.slice(50);
  }
  for (const dish of stews) await dish;
}
