// An `await` inside a `try`; the `catch` returns a promise that has rejected.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  try {
    await sleep(500);
  } catch (reason) {
    return Promise.reject(reason);
  }
  log('done');
  return 42;
}
