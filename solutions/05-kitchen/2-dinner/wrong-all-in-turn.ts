// Awaits each dish before it starts the next one.
// Fails: makes three stews and a sushi in 108 ms
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes one stew in 104 ms, and three in 108 ms
// Fails: makes any other order without a gap that could be filled
// Fails: serves two callers at the same time, and does not change the order
// Says: From 2 to 102 ms the CPU was idle. Could 'stir', which started at 104 ms, have run in that time?
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
  for (let i = 0; i < order.stews; i++) await stew();
  for (let i = 0; i < order.sushi; i++) k.slice(50);
}
