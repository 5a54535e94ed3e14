// Assumes that an error in an async executor rejects the new promise. (It rejects the executor's own promise, which has no handler.)
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: Pass the error on: call reject, or await it in a function that your caller awaits.
export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  return new Promise(async (resolve) => {
    log('calculating');
    await sleep(500);
    log('done');
    resolve(42);
  });
}
