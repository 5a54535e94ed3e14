// `p-map` with a concurrency of 1.
import pMap from 'p-map';

type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return pMap(steps, (step) => step(), { concurrency: 1 });
}
