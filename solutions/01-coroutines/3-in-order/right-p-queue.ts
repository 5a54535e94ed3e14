// A queue with a concurrency of 1, which is emptied when a step has rejected.
import PQueue from 'p-queue';

type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const queue = new PQueue({ concurrency: 1 });
  const guarded = steps.map((step) => async () => {
    try {
      return await step();
    } catch (reason) {
      queue.clear();
      throw reason;
    }
  });
  return Promise.all(guarded.map((step) => queue.add(step)));
}
