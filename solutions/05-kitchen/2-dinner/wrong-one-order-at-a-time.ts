// Lets a second order wait for the first one. (The stove has room for both.)
// Fails: serves two callers at the same time, and does not change the order
// Says: expected 110 ms.
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

interface Order {
  stews: number;
  sushi: number;
}

let evening: Promise<unknown> = Promise.resolve();

export async function dinner(order: Order, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  if (order.stews === 0 && order.sushi === 0) return;
  const before = evening;
  evening = before.then(() => {
    const stews = Array.from({ length: order.stews }, stew);
    for (let i = 0; i < order.sushi; i++) k.slice(50);
    return Promise.all(stews);
  });
  await evening;
}
