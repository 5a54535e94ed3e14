// Assumes that an operation runs when it is made. (It runs when it is asked for: one by one.)
// Says: Start both first, then await them.
import { call, run } from 'effection';

export const both = <A, B>(a: () => Promise<A>, b: () => Promise<B>) =>
  run(function* () {
    const first = yield* call(a);
    const second = yield* call(b);
    return [first, second];
  });
