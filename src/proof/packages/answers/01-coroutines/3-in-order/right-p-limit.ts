// p-limit lets one step in at a time, and none after a failure.
import pLimit from 'p-limit';

export async function inOrder<T>(steps: (() => Promise<T>)[]) {
  const limit = pLimit(1);
  return Promise.all(
    steps.map((step) =>
      limit(() =>
        step().catch((reason) => {
          limit.clearQueue();
          throw reason;
        }),
      ),
    ),
  );
}
