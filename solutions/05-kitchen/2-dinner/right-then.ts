// Recursion: makes one dish, and calls itself for the rest of the order.
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export function dinner(
  { stews, sushi }: { stews: number; sushi: number },
  k: Kitchen,
): Promise<void> {
  if (stews > 0) {
    k.stir(2);
    const pot = k.simmer(100).then(() => k.stir(2));
    return dinner({ stews: stews - 1, sushi }, k).then(() => pot);
  }
  if (sushi > 0) k.slice(50);
  return sushi > 1 ? dinner({ stews, sushi: sushi - 1 }, k) : Promise.resolve();
}
