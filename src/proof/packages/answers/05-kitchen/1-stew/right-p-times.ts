// p-times.
import pTimes from 'p-times';

interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export const cook = (pots: number, k: Kitchen) =>
  pTimes(pots, async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  });
