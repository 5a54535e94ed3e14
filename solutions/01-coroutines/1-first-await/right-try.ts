// An `await` inside a `try`: the last line is logged in the `finally`.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  try {
    log('calculating');
    await sleep(500);
    return 42;
  } finally {
    log('done');
  }
}
