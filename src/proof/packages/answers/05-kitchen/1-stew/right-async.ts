// times of async's.
import { times } from 'async';

interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export const cook = (pots: number, k: Kitchen) =>
  times(pots, (_pot: number, done: (error?: unknown) => void) => {
    k.stir(2);
    k.simmer(100).then(() => {
      k.stir(2);
      done();
    }, done);
  });
