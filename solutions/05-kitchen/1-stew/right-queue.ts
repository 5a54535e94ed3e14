// A queue without a limit, and its idle moment.
import PQueue from 'p-queue';

interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const stove = new PQueue();
  for (let pot = 0; pot < pots; pot++) {
    stove.add(async () => {
      k.stir(2);
      await k.simmer(100);
      k.stir(2);
    });
  }
  await stove.onIdle();
}
