// One order. It takes the amount as soon as it has the lock of that account, and adds it when it has both.
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
  const source = locks[from] as Lock;
  const target = locks[to] as Lock;
  if (to < from) target.lock();
  source.lock();
  const balance = memory[from] as number;
  const isEnough = balance >= amount;
  if (isEnough) memory[from] = balance - amount;
  if (from < to) target.lock();
  if (isEnough) memory[to] = (memory[to] as number) + amount;
  source.unlock();
  target.unlock();
  return isEnough;
}
