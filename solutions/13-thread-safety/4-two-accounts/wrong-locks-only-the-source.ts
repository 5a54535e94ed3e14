// Locks only the account that may have too little. (A read and a write of the other one are two steps as well.)
// Fails: lets two opposite transfers return, in whatever order the steps come
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
  const lock = locks[from] as Lock;
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
