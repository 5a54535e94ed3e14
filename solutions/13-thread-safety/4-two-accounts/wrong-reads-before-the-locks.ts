// Reads the balance before it has the locks, and writes what comes of it.
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: has no data race
// Says: that is lost
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
  const balance = memory[from] as number;
  const first = locks[Math.min(from, to)] as Lock;
  const second = locks[Math.max(from, to)] as Lock;
  first.lock();
  second.lock();
  const isEnough = balance >= amount;
  if (isEnough) {
    memory[from] = balance - amount;
    memory[to] = (memory[to] as number) + amount;
  }
  second.unlock();
  first.unlock();
  return isEnough;
}
