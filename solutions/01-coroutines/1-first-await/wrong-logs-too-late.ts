// Logs 'done' beside the returned promise, which fulfils before that.
// Fails: then fulfils with 42
// Says: 'answered 42' was logged before 'done'
export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  return new Promise((resolve, reject) => {
    sleep(500).then(() => {
      resolve(42);
      // Two microtasks later.
      Promise.resolve()
        .then(() => {})
        .then(() => log('done'));
    }, reject);
  });
}
