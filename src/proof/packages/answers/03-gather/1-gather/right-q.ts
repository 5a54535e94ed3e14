// all of Q's, on a copy.
import Q from 'q';

export const gather = <T>(awaitables: Iterable<T | PromiseLike<T>>) => Q.all([...awaitables]);
