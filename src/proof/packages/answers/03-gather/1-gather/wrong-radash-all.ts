// Assumes that all of radash is Promise.all. (It waits for every promise, and rejects with an AggregateError.)
// Says: value.then is not a function
import { all } from 'radash';

export const gather = (awaitables: Iterable<Promise<unknown>>) => all([...awaitables] as never);
