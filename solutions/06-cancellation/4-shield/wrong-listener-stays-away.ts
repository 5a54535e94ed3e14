// Has one listener for each signal, removes it when all work has ended, and never adds it again.
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'second' gets the same signal.
type Caller = { hasLeft: boolean; reject: (reason: unknown) => void };

const all = new WeakMap<AbortSignal, { callers: Set<Caller>; leave: () => void }>();

function callersUnder(signal: AbortSignal) {
  const known = all.get(signal);
  if (known) return known;
  const callers = new Set<Caller>();
  const leave = () => {
    for (const caller of callers) {
      caller.hasLeft = true;
      caller.reject(signal.reason);
    }
  };
  signal.addEventListener('abort', leave);
  all.set(signal, { callers, leave });
  return { callers, leave };
}

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const { callers, leave } = callersUnder(signal);
  return new Promise<T>((resolve, reject) => {
    const caller = { hasLeft: false, reject };
    callers.add(caller);
    const end = () => {
      callers.delete(caller);
      if (callers.size === 0) signal.removeEventListener('abort', leave);
    };
    (async () => work())()
      .finally(end)
      .then(resolve, (error) => (caller.hasLeft ? onLost(error) : reject(error)));
  });
}
