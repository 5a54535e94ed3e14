// Looks with the one lock, releases it, and takes both without a second look.
// Fails: loses no amount, spends none twice, and refuses none that is there
// Says: Which lock did your code have when it read the balance
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
  source.lock();
  const isEnough = (memory[from] as number) >= amount;
  source.unlock();
  if (!isEnough) return false;
  const first = locks[Math.min(from, to)] as Lock;
  const second = locks[Math.max(from, to)] as Lock;
  first.lock();
  second.lock();
  memory[from] = (memory[from] as number) - amount;
  memory[to] = (memory[to] as number) + amount;
  second.unlock();
  first.unlock();
  return true;
}
