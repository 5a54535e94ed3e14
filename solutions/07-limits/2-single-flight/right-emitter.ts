// The load is an event emitter: its calls listen to 'end', and the number of listeners says how many are there.
import { EventEmitter } from 'node:events';

type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, EventEmitter>();
  return (key, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const isFirst = !flights.has(key);
      const flight = flights.get(key) ?? new EventEmitter().setMaxListeners(0);
      flights.set(key, flight);
      const leave = () => {
        reject(signal?.reason);
        flight.off('end', settle);
        if (flight.listenerCount('end') === 0) flight.emit('stop');
      };
      const settle = ({ status, value, reason }: { status: string; value: T; reason: unknown }) => {
        signal?.removeEventListener('abort', leave);
        if (status === 'fulfilled') resolve(value);
        else reject(reason);
      };
      flight.on('end', settle);
      signal?.addEventListener('abort', leave, { once: true });
      if (!isFirst) return;
      const controller = new AbortController();
      const forget = () => {
        if (flights.get(key) === flight) flights.delete(key);
      };
      flight.on('stop', () => {
        forget();
        controller.abort();
      });
      Promise.allSettled([(async () => load(key, controller.signal))()]).then(([end]) => {
        forget();
        flight.emit('end', end);
      });
    });
}
