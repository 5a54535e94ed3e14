// Makes only the stews, which take longest.
// Fails: makes every stew and every sushi of the order
// Fails: makes three stews and a sushi in 108 ms
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes one sushi in 50 ms, and three in 150 ms
// Fails: makes any other order without a gap that could be filled
// Says: 'slice' was never started; expected once.
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
}
