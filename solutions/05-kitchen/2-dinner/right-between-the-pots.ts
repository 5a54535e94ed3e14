// Yields after each sushi, so that a stew that has simmered can be stirred.
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
  while (stews.length < order.stews) stews.push(stew());
  for (let i = 0; i < order.sushi; i++) {
    k.slice(50);
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const done of stews) await done;
}
