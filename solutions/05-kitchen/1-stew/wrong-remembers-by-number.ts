// Cooks each number of pots once, and returns the same promise again.
// Fails: stirs every pot twice, and lets it simmer once
// Fails: cooks three pots in 108 ms
// Fails: stirs each pot before it simmers, and again as soon as it has simmered
// Fails: fulfils as soon as the last pot is done
// Fails: cooks for two callers at the same time
// Says: The second time, by the same function:
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

const cooked = new Map<number, Promise<void>>();

export function cook(pots: number, k: Kitchen): Promise<void> {
  const before = cooked.get(pots);
  if (before) return before;
  const cooking = cookAll(pots, k);
  cooked.set(pots, cooking);
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
