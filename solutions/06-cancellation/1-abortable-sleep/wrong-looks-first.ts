// Looks at the signal before the wait, and not during it.
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: passes on the reason as it is, whatever value it is
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Says: A listener for its 'abort' event runs at that moment: end the wait there.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise((resolve) => setTimeout(resolve, ms));
}
