// Releases the lock of `from` as soon as it has taken the money away, and still has the other one.
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  const first = locks[Math.min(from, to)] as Lock;
  const second = locks[Math.max(from, to)] as Lock;
  first.lock();
  second.lock();
  const balance = memory[from] as number;
  const isEnough = balance >= amount;
  if (isEnough) memory[from] = balance - amount;
  (from < to ? first : second).unlock();
  if (isEnough) memory[to] = (memory[to] as number) + amount;
  (from < to ? second : first).unlock();
  return isEnough;
}
