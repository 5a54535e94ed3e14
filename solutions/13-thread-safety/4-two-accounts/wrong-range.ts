// Takes all locks from the lower account to the higher one.
// Fails: lets two transfers that have no account in common have their locks at the same time
// Says: and no other one
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
  const all = locks.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const lock of all) lock.lock();
  try {
    return move(memory, from, to, amount);
  } finally {
    for (const lock of all) lock.unlock();
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
