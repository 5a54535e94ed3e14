// Slices all the sushi in one go.
// Fails: makes every stew and every sushi of the order
// Fails: makes any other order without a gap that could be filled
// Says: 'slice' was started once, at 0 ms; expected 3 times.
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
  if (order.sushi > 0) k.slice(50 * order.sushi);
  await Promise.all(stews);
}
