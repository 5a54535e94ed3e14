// Does not look at what tryLock() returns.
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: lets three transfers in a ring return
// Fails: sleeps while it has to wait
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: shows all the money to a thread that has all locks
// Fails: has no data race
// Says: unlock() of a lock that this thread does not have
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
  second.tryLock();
  try {
    return move(memory, from, to, amount);
  } finally {
    second.unlock();
    first.unlock();
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
