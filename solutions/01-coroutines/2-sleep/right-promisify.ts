// `promisify` makes a function that returns a promise out of `setTimeout`.
import { promisify } from 'node:util';

const wait = promisify(setTimeout);

export function sleep(ms: number): Promise<void> {
  return wait(ms);
}
