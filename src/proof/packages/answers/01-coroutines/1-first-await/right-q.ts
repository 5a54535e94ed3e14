// A generator that Q runs.
import Q from 'q';

export const answer = Q.async(function* (
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
) {
  log('calculating');
  yield sleep(500);
  log('done');
  return 42;
});
