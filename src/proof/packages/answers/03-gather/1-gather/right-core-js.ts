// The Promise of core-js, without changing anything.
import CorePromise from 'core-js-pure/actual/promise';

export const gather = <T>(awaitables: Iterable<T | PromiseLike<T>>) => CorePromise.all(awaitables);
