// Assumes that a signal stops what it is passed to. (It is an object: code has to look at it, or to listen.)
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: passes on the reason as it is, whatever value it is
// Fails: rejects immediately, and sets no timer, when the signal was aborted before the call
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Says: A listener for its 'abort' event runs at that moment: end the wait there.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
