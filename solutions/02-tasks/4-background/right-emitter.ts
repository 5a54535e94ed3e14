// An event emitter between the work and onError.
import { EventEmitter } from 'node:events';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const events = new EventEmitter();
  events.once('failure', onError);
  const fail = (error: unknown) => events.emit('failure', error);
  Promise.allSettled([(async () => f())()]).then(([end]) => {
    if (end.status === 'rejected') fail(end.reason);
  });
}
