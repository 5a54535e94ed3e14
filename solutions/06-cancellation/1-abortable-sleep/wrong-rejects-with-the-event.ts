// Passes `reject` as the listener, so the promise rejects with the event.
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: passes on the reason as it is, whatever value it is
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Fails: sets one timer for each call, and it fires once at most
// Says: That is the event, which a listener gets as its argument. The reason is in `signal.reason`.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  let stop: (event: Event) => void = () => {};
  await new Promise<void>((resolve, reject) => {
    stop = reject;
    timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', stop);
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  });
}
