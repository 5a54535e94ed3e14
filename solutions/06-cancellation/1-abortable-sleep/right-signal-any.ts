// A signal of its own that the timer aborts, joined with the given one: the first abort of the two ends the wait.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const both = AbortSignal.any(signal ? [own.signal, signal] : [own.signal]);
  const timer = setTimeout(() => own.abort(), ms);
  await new Promise<unknown>((r) => both.addEventListener('abort', r));
  clearTimeout(timer);
  signal?.throwIfAborted();
}
