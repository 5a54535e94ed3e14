// An event emitter: it emits an event for the end, or an error, and once() waits for either.
import { EventEmitter, once } from 'node:events';

type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const events = new EventEmitter();
  const ended = once(events, 'end');
  const results: unknown[] = [];
  let running = 2;
  for (const [i, f] of [a, b].entries()) {
    (f as Io<unknown>)().then(
      (value) => {
        results[i] = value;
        if (--running === 0) events.emit('end');
      },
      // Once it has rejected, no listener is left, and an error without one is thrown.
      (error) => events.listenerCount('error') > 0 && events.emit('error', error),
    );
  }
  await ended;
  return results as [A, B];
}
