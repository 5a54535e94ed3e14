// An async function gives a promise, and whoever awaits it waits for the work.
// Fails: does not hold its caller up, not even one who awaits it
// Says: That was when letter had ended: was it awaited first?
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
