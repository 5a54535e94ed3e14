// Cooks three stews at a time, as many as the examples have.
// Fails: makes any other order without a gap that could be filled
// Says: It took 214 ms; expected 112 ms.
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
  let { stews, sushi } = order;
  while (stews > 0 || sushi > 0) {
    const pots = Array.from({ length: Math.min(3, stews) }, stew);
    stews -= pots.length;
    while (sushi-- > 0) k.slice(50);
    await Promise.all(pots);
  }
}
