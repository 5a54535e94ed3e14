// Joins the signal with `AbortSignal.timeout`. (Its timer does not keep the process alive.)
// Fails: fulfils after exactly the given number of ms, with a signal and without one
// Fails: leaves no listener on the signal when the time is over
// Says: Use a timer that keeps the process alive for what your code awaits.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const time = AbortSignal.timeout(ms);
  const both = signal ? AbortSignal.any([signal, time]) : time;
  await new Promise((resolve) => both.addEventListener('abort', resolve, { once: true }));
  signal?.throwIfAborted();
}
