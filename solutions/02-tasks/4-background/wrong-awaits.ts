// Is an async function, so a caller that awaits its promise waits for the work.
// Fails: returns undefined, and does not make its caller wait, even when the caller awaits the result
// Fails: calls onError once when f throws, and throws nothing itself
// Says: Just before, 'letter' ended at 20 ms. Was it awaited first?
export async function background(
  f: () => unknown,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    await f();
  } catch (error) {
    onError(error);
  }
}
