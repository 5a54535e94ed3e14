// Assumes that Promise.all runs its list concurrently. (Slicing blocks the thread before the stews are called.)
// Fails: makes three stews and a sushi in 108 ms
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes any other order without a gap that could be filled
// Says: From 56 to 152 ms the CPU was idle. First start the work that waits, then compute.
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
  const sushi = async () => k.slice(50);
  await Promise.all([
    ...Array.from({ length: order.sushi }, sushi),
    ...Array.from({ length: order.stews }, stew),
  ]);
}
