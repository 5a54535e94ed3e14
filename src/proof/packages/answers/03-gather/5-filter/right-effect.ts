// filter of Effect's.
import { Effect } from 'effect';

export const filterAsync = <T>(items: T[], keep: (item: T) => Promise<boolean>) =>
  Effect.runPromise(
    Effect.filter(
      [...items],
      (item) => Effect.tryPromise({ try: () => keep(item), catch: (reason) => reason }),
      {
        concurrency: 'unbounded',
      },
    ),
  );
