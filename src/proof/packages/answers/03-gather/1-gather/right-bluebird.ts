// all of Bluebird's.
import Bluebird from 'bluebird';

export const gather = <T>(awaitables: Iterable<T | PromiseLike<T>>) => Bluebird.all(awaitables);
