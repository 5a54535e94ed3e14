// Rejects with a new Error that has the message of the first one. (The caller cannot tell what happened.)
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: Pass on the error that you got: its stack and its class say what happened.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  try {
    await sleep(500);
  } catch (error) {
    throw new Error(error instanceof Error ? error.message : String(error));
  }
  log('done');
  return 42;
}
