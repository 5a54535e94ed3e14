// Takes the locks of all accounts, in their order.
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
  for (const lock of locks) lock.lock();
  try {
    return move(memory, from, to, amount);
  } finally {
    for (const lock of locks) lock.unlock();
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
