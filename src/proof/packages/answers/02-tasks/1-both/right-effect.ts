// all of Effect's, at the same time.
import { Effect } from 'effect';

const effectOf = <T>(f: () => Promise<T>) =>
  Effect.tryPromise({ try: () => f(), catch: (reason) => reason });

export const both = <A, B>(a: () => Promise<A>, b: () => Promise<B>) =>
  Effect.runPromise(Effect.all([effectOf(a), effectOf(b)], { concurrency: 'unbounded' }));
