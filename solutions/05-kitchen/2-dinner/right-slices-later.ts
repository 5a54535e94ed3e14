// The sushi come first in the list, but each is sliced in a microtask, after all the calls.
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function dinner(
  { stews, sushi }: { stews: number; sushi: number },
  k: Kitchen,
): Promise<void> {
  const dishes: Promise<void>[] = [];
  for (let i = 0; i < sushi; i++) dishes.push(Promise.resolve().then(() => k.slice(50)));
  for (let i = 0; i < stews; i++) {
    k.stir(2);
    dishes.push(k.simmer(100).then(() => k.stir(2)));
  }
  await Promise.all(dishes);
}
