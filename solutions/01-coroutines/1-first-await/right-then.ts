// A `then` in place of the `await`: its callback does the rest.
export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  return sleep(500).then(() => {
    log('done');
    return 42;
  });
}
