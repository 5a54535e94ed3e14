// Reads the balance for its answer after it has released the lock.
// Fails: lets three transfers in a ring return
// Fails: has no data race
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
  const first = locks[Math.min(from, to)] as Lock;
  const second = locks[Math.max(from, to)] as Lock;
  first.lock();
  second.lock();
  const before = memory[from] as number;
  if (before >= amount) {
    memory[from] = before - amount;
    memory[to] = (memory[to] as number) + amount;
  }
  second.unlock();
  first.unlock();
  return memory[from] !== before || amount === 0;
}
