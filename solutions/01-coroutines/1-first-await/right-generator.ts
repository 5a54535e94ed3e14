// A generator that yields what it waits for; a small runner resumes it, as `await` does.
function* steps(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Generator<Promise<void>, number> {
  log('calculating');
  yield sleep(500);
  log('done');
  return 42;
}

export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  const generator = steps(log, sleep);
  const resume = (step: IteratorResult<Promise<void>, number>): number | Promise<number> =>
    step.done
      ? step.value
      : step.value.then(
          () => resume(generator.next()),
          (reason) => resume(generator.throw(reason)),
        );
  return Promise.resolve(resume(generator.next()));
}
