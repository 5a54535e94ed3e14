// An observable: each number is mapped to a pot, and all of them are merged.
import { defaultIfEmpty, lastValueFrom, mergeMap, range } from 'rxjs';

interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const cookOne = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  await lastValueFrom(range(0, pots).pipe(mergeMap(cookOne), defaultIfEmpty(undefined)));
}
