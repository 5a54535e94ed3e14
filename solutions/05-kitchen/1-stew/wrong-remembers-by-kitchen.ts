// Cooks once in each kitchen, and returns the same promise again.
// Fails: cooks for two callers at the same time
// Says: One call is for three pots, the other for two.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

const cooked = new WeakMap<Kitchen, Promise<void>>();

export function cook(pots: number, k: Kitchen): Promise<void> {
  const before = cooked.get(k);
  if (before) return before;
  const cooking = cookAll(pots, k);
  cooked.set(k, cooking);
  return cooking;
}

async function cookAll(pots: number, k: Kitchen): Promise<void> {
  const cookOne = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  await Promise.all(Array.from({ length: pots }, cookOne));
}
