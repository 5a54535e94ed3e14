// Slices a sushi in five pieces, and yields in between.
// Fails: makes every stew and every sushi of the order
// Fails: makes three stews and a sushi in 108 ms
// Fails: makes any other order without a gap that could be filled
// Says: 'slice' was started 5 times, at 6, 16, 26, 36 and 46 ms; expected once.
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
  for (let i = 0; i < 5 * order.sushi; i++) {
    k.slice(10);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(stews);
}
