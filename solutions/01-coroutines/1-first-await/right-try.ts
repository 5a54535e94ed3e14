// An `await` inside a `try`; the `catch` throws the reason again.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  try {
    await sleep(500);
  } catch (reason) {
    // Nothing to mend: the caller is told.
    throw reason;
  }
  log('done');
  return 42;
}
