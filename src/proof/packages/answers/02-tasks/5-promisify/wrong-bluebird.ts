// Assumes that Bluebird passes on the error. (It makes an OperationalError of it, or an Error of what is none.)
// Says: It looks the same, and is another object.
import { type EventEmitter, once } from 'node:events';
import Bluebird from 'bluebird';

export const promisify = (f: (...args: never[]) => void) =>
  Bluebird.promisify(f, { multiArgs: true });

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
