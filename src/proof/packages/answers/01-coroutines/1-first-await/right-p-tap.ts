// p-tap for what is done on the way.
import pTap from 'p-tap';

export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  return sleep(500)
    .then(pTap(() => log('done')))
    .then(() => 42);
}
