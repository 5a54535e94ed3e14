// Asks every ms whether the work has failed. (A promise calls its handlers when it settles.)
// Fails: calls f once, synchronously
// Fails: returns undefined, and does not make its caller wait, even when the caller awaits the result
// Fails: calls onError once when the promise of f rejects
// Fails: does not call onError when nothing fails
// Says: a timeout set at 0 ms, due at 1 ms
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  let hasEnded = false;
  let failure: { error: unknown } | undefined;
  const run = async () => {
    try {
      await f();
    } catch (error) {
      failure = { error };
    }
    hasEnded = true;
  };
  void run();
  const look = () => {
    if (failure) onError(failure.error);
    else if (!hasEnded) setTimeout(look, 1);
  };
  look();
}
