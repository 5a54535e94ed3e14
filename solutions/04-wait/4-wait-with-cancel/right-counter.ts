// A promise made by hand, and a counter of the running jobs; the last one to end resolves the promise.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export function waitWithCancel<J extends Job>(jobs: Set<J>, cancelling: Set<J>) {
  const { promise, resolve } = deferred<J | undefined>();
  const ended = new Set<J>();
  let first: J | undefined;
  const look = () => {
    if (!first) {
      first = [...ended].find((job) => cancelling.has(job));
      if (first) for (const job of jobs) if (!ended.has(job)) job.cancel();
      if (ended.size === jobs.size) first = undefined;
    }
    if (ended.size === jobs.size) resolve(first);
  };
  for (const job of jobs) {
    const end = () => {
      ended.add(job);
      queueMicrotask(look);
    };
    job.done.then(end, end);
  }
  if (jobs.size === 0) resolve(undefined);
  return promise;
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((set) => {
    resolve = set;
  });
  return { promise, resolve };
}
