// Keeps the deadlines that are running on a stack: on top is the one that began last.
// Fails: nothing changes for the code around the call
// Fails: an inner deadline ends nothing around it
// Fails: each of several calls has its own deadline
// Says: The deadline is for 'f' and what it sets going.
interface Deadline {
  readonly at: number;
  readonly signal: AbortSignal;
}

const running: Deadline[] = [];

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = running.at(-1);
  const own = new AbortController();
  const signal = outer ? AbortSignal.any([outer.signal, own.signal]) : own.signal;
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  const deadline = { at, signal };
  running.push(deadline);
  try {
    return await f();
  } finally {
    running.splice(running.indexOf(deadline), 1);
    clearTimeout(timer);
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return running.at(-1)?.signal;
}

export function timeLeft(): number {
  const at = running.at(-1)?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
