// Sleeps for 0 ms after each sushi. (0 means 1 in Node.)
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes one sushi in 50 ms, and three in 150 ms
// Fails: makes any other order without a gap that could be filled
// Says: your code waited for a timer, set at 56 ms.
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
  for (let i = 0; i < order.sushi; i++) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, 0));
    k.slice(50);
  }
  await Promise.all(stews);
}
