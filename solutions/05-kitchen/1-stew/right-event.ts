// The last pot emits an event.
import { EventEmitter, once } from 'node:events';

interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, { stir, simmer }: Kitchen): Promise<void> {
  if (pots === 0) return;
  const kitchen = new EventEmitter();
  const lastDone = once(kitchen, 'last done');
  let left = pots;
  for (let pot = 0; pot < pots; pot++) {
    stir(2);
    simmer(100).then(() => {
      stir(2);
      if (--left === 0) kitchen.emit('last done');
    });
  }
  await lastDone;
}
