// Slices one sushi, awaits the stews, and slices the other sushi only afterwards.
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes any other order without a gap that could be filled
// Says: From 56 to 102 ms the CPU was idle. Could 'slice', which started at 108 ms, have run in that time?
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
  const stews = Array.from({ length: order.stews }, stew);
  if (order.sushi > 0) k.slice(50);
  await Promise.all(stews);
  for (let i = 1; i < order.sushi; i++) k.slice(50);
}
