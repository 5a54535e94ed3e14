// With p-map, without a limit.
import pMap from 'p-map';

interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  await pMap(Array(pots).keys(), async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  });
}
