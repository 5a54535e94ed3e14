// A queue that is emptied by a failure.
import PQueue from 'p-queue';

export function inOrder<T>(steps: (() => Promise<T>)[]) {
  const line = new PQueue({ concurrency: 1 });
  const results = steps.map((step) =>
    line.add(() =>
      step().catch((reason) => {
        line.clear();
        throw reason;
      }),
    ),
  );
  return Promise.all(results);
}
