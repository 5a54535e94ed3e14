// Alternates: starts a stew, slices a sushi, starts the next stew.
// Fails: makes three stews and a sushi in 108 ms
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes any other order without a gap that could be filled
// Says: From 104 to 154 ms the CPU was idle. First start the work that waits, then compute.
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function dinner(order: { stews: number; sushi: number }, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  const stews: Promise<void>[] = [];
  for (let i = 0; i < Math.max(order.stews, order.sushi); i++) {
    if (i < order.stews) stews.push(stew());
    if (i < order.sushi) k.slice(50);
  }
  await Promise.all(stews);
}
