// parallelMap over the pots.
import { consume, parallelMap } from 'streaming-iterables';

interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen) {
  const pot = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  await consume(parallelMap(Math.max(1, pots), pot, new Array(pots).fill(0)));
}
