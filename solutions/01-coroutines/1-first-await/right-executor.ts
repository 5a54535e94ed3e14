// A promise made with `new Promise`; it is resolved when the sleep is over.
export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    log('calculating');
    sleep(500).then(() => {
      log('done');
      resolve(42);
    }, reject);
  });
}
