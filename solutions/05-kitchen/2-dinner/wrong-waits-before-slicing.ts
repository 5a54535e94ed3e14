// Sleeps for 20 ms before it slices a single sushi. (There is time enough, but the hands are idle.)
// Fails: makes three stews and a sushi in 108 ms
// Says: A timer fired at 26 ms, which was set at 6 ms. Did that start 'slice'?
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
  if (order.stews > 0 && order.sushi === 1) await new Promise((resolve) => setTimeout(resolve, 20));
  for (let i = 0; i < order.sushi; i++) k.slice(50);
  await Promise.all(stews);
}
