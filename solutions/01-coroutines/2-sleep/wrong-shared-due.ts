// Shares one timer between sleepers who are due at the same ms.
// Fails: sets one timer for each call, and it fires once
// Says: 2 timers were set (0 → 53 and 0 → 17 ms); expected 3.
const due = new Map<number, Promise<void>>();

export function sleep(ms: number): Promise<void> {
  const at = Date.now() + ms;
  let waiting = due.get(at);
  if (!waiting) {
    waiting = new Promise<void>((resolve) => setTimeout(resolve, ms)).finally(() => due.delete(at));
    due.set(at, waiting);
  }
  return waiting;
}
