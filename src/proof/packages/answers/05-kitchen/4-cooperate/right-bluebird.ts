// A coroutine of Bluebird's that gives way by an immediate.
import Bluebird from 'bluebird';

export const chunked = Bluebird.coroutine(function* (
  items: unknown[],
  work: (item: unknown) => void,
  slice: number,
) {
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since >= slice) {
      yield new Bluebird((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    work(item);
  }
});
