// Counts the sushi of the order down, after all of it has been read.
// Fails: serves two callers at the same time, and does not change the order
// Says: The order belongs to the caller.
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
  for (let i = 0; i < sushi; i++) k.slice(50);
  await Promise.all(stews);
  order.stews = 0;
}
