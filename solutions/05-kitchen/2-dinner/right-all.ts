// Stews and sushi in one Promise.all, the stews first.
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
    ...Array.from({ length: order.stews }, stew),
    ...Array.from({ length: order.sushi }, sushi),
  ]);
}
