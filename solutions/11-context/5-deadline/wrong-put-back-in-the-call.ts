// Puts the variable back when `f` has returned its promise. (It has only begun.)
// Fails: aborts the signal when the time is up, and not before
// Fails: tells how much time is left
// Fails: all that 'f' sets going finds the same signal
// Fails: nothing changes for the code around the call
// Fails: within another deadline, the one that comes first counts
// Fails: an inner deadline ends nothing around it
// Fails: each of several calls has its own deadline
// Says: Abort the signal when the time is up: in that ms, and not before.
interface Deadline {
  readonly at: number;
  readonly signal: AbortSignal;
}

let current: Deadline | undefined;

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = current;
  const own = new AbortController();
  const signal = outer ? AbortSignal.any([outer.signal, own.signal]) : own.signal;
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  const call = () => {
    current = { at, signal };
    try {
      return f();
    } finally {
      current = outer;
    }
  };
  try {
    return await call();
  } finally {
    clearTimeout(timer);
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return current?.signal;
}

export function timeLeft(): number {
  const at = current?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
