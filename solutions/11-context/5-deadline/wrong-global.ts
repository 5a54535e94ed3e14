// Keeps the deadline in a variable until the promise has settled.
// Fails: tells how much time is left
// Fails: all that 'f' sets going finds the same signal
// Fails: nothing changes for the code around the call
// Fails: an inner deadline ends nothing around it
// Fails: each of several calls has its own deadline
// Says: What 'f' has set going is in its deadline, also when 'f' has settled.
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
  try {
    current = { at, signal };
    return await f();
  } finally {
    clearTimeout(timer);
    current = outer;
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return current?.signal;
}

export function timeLeft(): number {
  const at = current?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
