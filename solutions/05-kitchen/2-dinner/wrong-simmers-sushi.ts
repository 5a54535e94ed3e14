// Treats the sushi as if it had a pot of its own.
// Fails: makes every stew and every sushi of the order
// Fails: makes three stews and a sushi in 108 ms
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes one sushi in 50 ms, and three in 150 ms
// Fails: makes any other order without a gap that could be filled
// Says: 'simmer' was started 4 times
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
  const sushi = Array.from({ length: order.sushi }, () => k.simmer(50));
  await Promise.all([...stews, ...sushi]);
}
