// One lock for all accounts: the first one of the list.
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: lets two transfers that have no account in common have their locks at the same time
// Fails: keeps two banks apart
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
  const lock = locks[0] as Lock;
  lock.lock();
  try {
    return move(memory, from, to, amount);
  } finally {
    lock.unlock();
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
