// all of effection's.
import { all, call, run } from 'effection';

export const both = <A, B>(a: () => Promise<A>, b: () => Promise<B>) =>
  run(function* () {
    return yield* all([call(a), call(b)]);
  });
