// One listener for each signal, which knows all that wait under it. The last one of them removes it.
const all = new WeakMap<AbortSignal, Set<() => void>>();

function waitersUnder(signal: AbortSignal) {
  const waiters = all.get(signal) ?? new Set<() => void>();
  all.set(signal, waiters);
  return waiters;
}

function onAbort(event: Event) {
  for (const leave of waitersUnder(event.target as AbortSignal)) leave();
}

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const waiters = waitersUnder(signal);
  signal.addEventListener('abort', onAbort);
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      reject(signal.reason);
      running.catch(onLost);
    };
    waiters.add(leave);
  });
  try {
    return await Promise.race([running, left]);
  } finally {
    waiters.delete(leave);
    if (waiters.size === 0) signal.removeEventListener('abort', onAbort);
  }
}
