// Awaits an immediate at the end. (Other callbacks run before it, for as long as they like.)
// Fails: fulfils as soon as the last stew is done
// Says: what waits for the event loop is late
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
  for (let i = 0; i < order.sushi; i++) k.slice(50);
  await Promise.all(stews);
  if (order.stews > 0) await new Promise((resolve) => setImmediate(resolve));
}
