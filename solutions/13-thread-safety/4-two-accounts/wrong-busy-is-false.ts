// Returns false if a lock is not free. (That says nothing about the balance.)
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: lets three transfers in a ring return
// Fails: loses no amount, spends none twice, and refuses none that is there
// Says: says nothing about a balance
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
  const [first, second] = [locks[from] as Lock, locks[to] as Lock];
  if (!first.tryLock()) return false;
  if (!second.tryLock()) {
    first.unlock();
    return false;
  }
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
