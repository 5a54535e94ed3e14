// Counts the order itself down. (It belongs to the caller, who orders the same again.)
// Fails: serves two callers at the same time, and does not change the order
// Says: Two calls get the same order, which has two stews.
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
  const stews: Promise<void>[] = [];
  while (order.stews-- > 0) stews.push(stew());
  while (order.sushi-- > 0) k.slice(50);
  await Promise.all(stews);
}
