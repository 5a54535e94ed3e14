// Numbers as in a shop: a call takes a ticket, and each end calls the next number.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (Math.floor(n) !== n || n <= 0) throw new RangeError('no such limit');
  let tickets = 0;
  let called = n;
  const wakeUp = new Map<number, () => void>();
  return async (f) => {
    const ticket = tickets++;
    if (ticket >= called) await new Promise<void>((resolve) => wakeUp.set(ticket, resolve));
    wakeUp.delete(ticket);
    try {
      return await f();
    } finally {
      // A later call sees that number, also before the waiter has woken up.
      wakeUp.get(called)?.();
      called++;
    }
  };
}
