// A coroutine of Bluebird's.
import Bluebird from 'bluebird';

export const answer = Bluebird.coroutine(function* (
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
) {
  log('calculating');
  yield sleep(500);
  log('done');
  return 42;
});
