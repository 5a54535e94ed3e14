// Has one sleeping lock for all transfers in its own cell. (Other code does not know it.)
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: shows all the money to a thread that has all locks
// Fails: lets two transfers that have no account in common have their locks at the same time
// Fails: keeps two banks apart
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
  const cell = locks.length;
  while (Atomics.exchange(memory, cell, 1) === 1) Atomics.wait(memory, cell, 1);
  try {
    return move(memory, from, to, amount);
  } finally {
    Atomics.store(memory, cell, 0);
    Atomics.notify(memory, cell, 1);
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
