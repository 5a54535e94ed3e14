// all of Effect's, over the entries.
import { Effect } from 'effect';

export function gatherProps(promises: Record<string, PromiseLike<unknown>>) {
  const effects = Object.entries(promises).map(([key, it]) => {
    const promise = Promise.resolve(it);
    return Effect.tryPromise({ try: () => promise, catch: (reason) => reason }).pipe(
      Effect.map((value) => [key, value] as const),
    );
  });
  return Effect.runPromise(Effect.all(effects, { concurrency: 'unbounded' })).then(
    Object.fromEntries,
  );
}
