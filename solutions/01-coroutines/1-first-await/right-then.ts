// No await: a then goes on where the await would have.
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
