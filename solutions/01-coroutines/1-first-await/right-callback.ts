// A callback that gets either a value or a reason; a promise around it.
type Callback = (result: { value: number } | { reason: unknown }) => void;

function answerTo(
  callback: Callback,
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): void {
  log('calculating');
  sleep(500).then(
    () => {
      log('done');
      callback({ value: 42 });
    },
    (reason) => callback({ reason }),
  );
}

export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    answerTo(
      (result) => ('value' in result ? resolve(result.value) : reject(result.reason)),
      log,
      sleep,
    );
  });
}
