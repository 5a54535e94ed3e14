// Starts the stews, and does not await them.
// Fails: makes every stew and every sushi of the order
// Fails: makes three stews and a sushi in 108 ms
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes one stew in 104 ms, and three in 108 ms
// Fails: makes any other order without a gap that could be filled
// Fails: fulfils as soon as the last stew is done
// Fails: serves two callers at the same time, and does not change the order
// Says: Await the work that you start, or stop it, before your function settles.
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
  for (let i = 0; i < order.stews; i++) stew();
  for (let i = 0; i < order.sushi; i++) k.slice(50);
}
