// Makes each order once, and returns the same promise again.
// Fails: makes every stew and every sushi of the order
// Fails: makes three stews and a sushi in 108 ms
// Fails: fulfils as soon as the last stew is done
// Fails: serves two callers at the same time, and does not change the order
// Says: The second time, by the same function:
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

interface Order {
  stews: number;
  sushi: number;
}

const made = new Map<string, Promise<void>>();

export function dinner(order: Order, k: Kitchen): Promise<void> {
  const key = `${order.stews} ${order.sushi}`;
  const before = made.get(key);
  if (before) return before;
  const making = make(order, k);
  made.set(key, making);
  return making;
}

async function make(order: Order, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  const stews = Array.from({ length: order.stews }, stew);
  for (let i = 0; i < order.sushi; i++) k.slice(50);
  await Promise.all(stews);
}
