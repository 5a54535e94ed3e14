// A queue with priorities, and its idle moment.
import PQueue from 'p-queue';

interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

interface Order {
  stews: number;
  sushi: number;
}

export async function dinner(order: Order, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  const dishes = new PQueue({ autoStart: false });
  for (let i = 0; i < order.sushi; i++) dishes.add(async () => k.slice(50));
  for (let i = 0; i < order.stews; i++) dishes.add(stew, { priority: 1 });
  dishes.start();
  await dishes.onIdle();
}
