// Awaits the stews, and slices the sushi only afterwards.
// Fails: makes three stews and a sushi in 108 ms
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes any other order without a gap that could be filled
// Says: From 6 to 102 ms the CPU was idle. Could 'slice', which started at 108 ms, have run in that time?
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
  await Promise.all(Array.from({ length: order.stews }, stew));
  for (let i = 0; i < order.sushi; i++) k.slice(50);
}
