// p-all: the stews first, then the sushi.
import pAll from 'p-all';

interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function dinner({ stews, sushi }: { stews: number; sushi: number }, k: Kitchen) {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  const roll = async () => k.slice(50);
  await pAll([...new Array(stews).fill(stew), ...new Array(sushi).fill(roll)]);
}
